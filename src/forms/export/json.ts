import { canonicalJson } from '../canonical-json.ts'
import { type FormDefinition, questionsOf } from '../definition.ts'
import { exportAnswers } from '../export.ts'
import type { JsonObject } from '../json.ts'
import type { ExportedSigner, SentForm } from './sent-form.ts'

/** A submission as one JSON value: what JSON, XML and CSV all write. */
export function exportedValue(sent: SentForm): JsonObject {
  const { form, answers, asked, service, version, caseNumber, sequence, receivedAt } = sent
  return {
    schemaVersion: 1,
    service,
    version,
    caseNumber,
    sequence,
    receivedAt: receivedAt.toISOString(),
    asked,
    sensitive: marked(form, 'sensitive'),
    hiddenFromParties: marked(form, 'hiddenFromParties'),
    answers: exportAnswers(form, answers),
    ...(sent.isSigned && { signers: (sent.signers ?? []).map((signer) => exportedSigner(form, signer)) }),
  }
}

const exportedSigner = (
  form: FormDefinition,
  { role, name, signedAt, method, declined, own }: ExportedSigner,
): JsonObject => ({
  role,
  declined,
  ...(name !== undefined && { name }),
  ...(signedAt && { signedAt: signedAt.toISOString() }),
  ...(method !== undefined && { method }),
  ...(own && { answers: exportAnswers(form, own.answers) }),
})

/** A submission as canonical JSON: the same bytes for the same submission, always. */
export const toJson = (sent: SentForm): string => canonicalJson(exportedValue(sent))

/** Ids of the questions that bear a mark: whoever receives the answers is to know it. */
const marked = (form: FormDefinition, mark: 'sensitive' | 'hiddenFromParties'): readonly string[] =>
  questionsOf(form)
    .filter((question) => question[mark])
    .map(({ id }) => id)
