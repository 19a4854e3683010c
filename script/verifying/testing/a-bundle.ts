import { type Unzipped, unzipSync, zipSync } from 'fflate'
import { checksumOf, checksumsName, writeChecksums } from '../../../src/documents/evidence/checksums.ts'
import { describeBundle } from '../../../src/documents/evidence/describe-bundle.ts'
import { attachmentPath } from '../../../src/documents/evidence/signed-submission.ts'
import {
  type SignerToBundle,
  type SubmissionToBundle,
  writeBundle,
} from '../../../src/documents/evidence/write-bundle.ts'
import { zipped } from '../../../src/documents/evidence/zip.ts'
import type { Answers } from '../../../src/forms/answers.ts'
import { manifestOf, type SignedText } from '../../../src/signing/public.ts'
import { at, type Sign, someSigners } from './signers.ts'

const application = { draft: 'draft', service: 'service', version: 'version' }
const answers: Answers = { barn: 'Alve Exempel', inkomst: 'canary-33000', plats: 'Ängens förskola' }
const shared = { answers: { barn: 'Alve Exempel', plats: 'Ängens förskola' }, asked: ['barn', 'plats'] }
const own = { answers: { sysselsattning: 'Arbetar' }, asked: ['sysselsattning'] }

const fileOf = (position: number, name: string, hiddenFromParties: boolean) => {
  const bytes = Buffer.from(`%PDF ${name}`)
  return {
    id: `fil-${position}`,
    path: attachmentPath(position, name),
    name,
    mediaType: 'application/pdf',
    size: bytes.length,
    sha256: checksumOf(bytes),
    hiddenFromParties,
    bytes: () => [bytes],
  }
}

const files = [fileOf(1, 'intyg åäö/1.pdf', false), fileOf(2, 'lönebesked.pdf', true)]

const parties = (['applicant', 'guardian', 'co-applicant', 'co-applicant'] as const).map((role, position) => ({
  position,
  role,
}))

/** What somebody signs of the application: the applicant all of it, the others what isn't hidden from them, and their own. */
const textFor = (position: number, isApplicant = position === 0): SignedText => ({
  visible: `Ansökan om förskoleplats\n${isApplicant ? 'Inkomst: canary-33000' : 'Sysselsättning: Arbetar'}\n`,
  format: 'plain',
  manifest: manifestOf({
    ...application,
    answers: isApplicant ? answers : { ...shared.answers, ...own.answers },
    files: files.filter(({ hiddenFromParties }) => isApplicant || !hiddenFromParties),
    parties,
    signer: position,
  }),
})

/** An application with files that Ada has signed with BankID, Bo with Freja and Dagny at a hub; Cecilia hasn't. */
export async function aBundle(): Promise<{
  readonly zip: (change?: (submission: SubmissionToBundle) => SubmissionToBundle) => Promise<Uint8Array>
  readonly bankIdRoot: string
}> {
  const { bankId, freja, hub, bankIdRoot } = await someSigners()
  const signer = async (
    position: number,
    [name, number]: readonly [string, string],
    sign?: Sign,
  ): Promise<SignerToBundle> => ({
    draftId: application.draft,
    partyId: name,
    position,
    role: parties[position]?.role ?? 'applicant',
    personId: name,
    name,
    declined: false,
    signed: await sign?.(textFor(position), number),
    // Whoever has another number now has signed by the one they had.
    identities: [
      { scheme: 'swedish-number', number: '198505052386' },
      { scheme: 'swedish-number', number },
    ],
    own: position === 0 ? undefined : own,
    isForReader: true,
  })
  const submission: SubmissionToBundle = {
    municipality: 'Exempelköping',
    case: '2027-000123',
    sequence: 1,
    receivedAt: at.toISOString(),
    draft: application.draft,
    service: { id: application.service, name: 'forskoleplats', title: 'Förskoleplats', version: application.version },
    answers,
    asked: Object.keys(answers),
    shared,
    signers: [
      await signer(0, ['Ada Exempel', '199001012385'], bankId),
      await signer(1, ['Bo Exempel', '198001139297'], freja),
      await signer(2, ['Dagny Test', '195501142284'], hub),
      await signer(3, ['Cecilia Prov', '199501012380']),
    ],
    files,
    copy: Buffer.from('%PDF kopia'),
  }
  const description = describeBundle({
    municipality: 'Exempelköping',
    number: '2027-000123',
    madeAt: at,
    timeZone: 'Europe/Stockholm',
    isApplicants: false,
  })
  return {
    bankIdRoot,
    async zip(change = (unchanged) => unchanged) {
      const pieces: Uint8Array[] = []
      for await (const piece of zipped(writeBundle([change(submission)], description), at)) pieces.push(piece)
      return Buffer.concat(pieces)
    },
  }
}

/** The same bundle with a file changed, left out (undefined) or put in; with checksums that fit, as whoever forges makes them, or the old ones. */
export function withFile(
  zip: Uint8Array,
  name: string,
  change: (bytes: Uint8Array) => Uint8Array | undefined,
  { forgeChecksums = false }: { readonly forgeChecksums?: boolean } = {},
): Uint8Array {
  const { [name]: bytes = new Uint8Array(), ...others } = unzipSync(zip)
  const changed = change(bytes)
  const files: Unzipped = { ...others, ...(changed && { [name]: Uint8Array.from(changed) }) }
  return forgeChecksums ? sealed(files) : zipSync(files, stored)
}

/** Files as a bundle, with checksums that fit. */
export function sealed({ [checksumsName]: _old, ...files }: Unzipped): Uint8Array {
  const sums = Object.entries(files).map(([path, content]) => [path, checksumOf(content)] as const)
  return zipSync({ ...files, [checksumsName]: Uint8Array.from(Buffer.from(writeChecksums(new Map(sums)))) }, stored)
}

/** As bundles are: without compression, and quick. */
const stored = { level: 0 } as const

/** Text in a file replaced by other text. */
export const replaced =
  (from: string, to: string) =>
  (bytes: Uint8Array): Uint8Array => {
    const text = Buffer.from(bytes).toString()
    if (!text.includes(from)) throw new Error(`There is no ${from}`)
    return Buffer.from(text.replace(from, to))
  }
