import { z } from 'zod'
import { persons } from '../../simulators/eid-hub/persons.ts'
import { canonicalJson } from '../../src/forms/canonical-json.ts'
import type { Json } from '../../src/forms/json.ts'
import { Evidence, manifestOf, verifyEvidence } from '../../src/signing/public.ts'
import { whoIs } from './client/people.ts'
import type { Place } from './installation/installation.ts'
import { asSuperuser } from './installation/superuser.ts'

const StoredJson: z.ZodType<Json> = z.custom<Json>((value) => value !== undefined)
const StoredAnswers = z.record(z.string(), StoredJson)
const Role = z.enum(['applicant', 'guardian', 'co-applicant', 'signatory'])
const Files = z.array(z.object({ id: z.string(), sha256: z.string(), hidden: z.boolean() }))

/** What was sent in, and one of those who were to sign it, as the database holds them. */
const SignerRow = z.object({
  draft: z.string(),
  service: z.string(),
  version: z.string(),
  name: z.string(),
  position: z.int(),
  role: Role,
  visible: z.string(),
  format: z.enum(['plain', 'simpleMarkdownV1']),
  manifest: z.string(),
  evidence: Evidence,
  trusted: z.string(),
  answers: StoredAnswers,
  shared: StoredAnswers.nullable(),
  own: StoredAnswers.nullable(),
  files: Files,
  parties: z.array(z.object({ position: z.int(), role: Role })),
})

type SignerRow = z.infer<typeof SignerRow>

/** Each signature of what came of these drafts, with all that it is to cover. */
async function listSignatures(place: Pick<Place, 'data'>, drafts: readonly string[]): Promise<readonly SignerRow[]> {
  const rows = await asSuperuser(
    place,
    `select s.draft_id as draft, v.service_id as service, s.version_id as version, g.name, g.position, g.role, g.visible, g.format, g.manifest,
       g.evidence, g.trusted, s.answers, h.answers as shared, o.answers as own,
       coalesce((select json_agg(json_build_object('id', a.file_id, 'sha256', encode(a.sha256, 'hex'), 'hidden', a.hidden_from_parties))
         from cases.attachment a where a.tenant_id = s.tenant_id and a.draft_id = s.draft_id), '[]') as files,
       (select json_agg(json_build_object('position', p.position, 'role', p.role))
         from cases.signer p where p.tenant_id = s.tenant_id and p.draft_id = s.draft_id) as parties
     from cases.submission s
     join catalogue.service_version v using (tenant_id, version_id)
     join cases.signer g using (tenant_id, draft_id)
     left join cases.shared_submission h using (tenant_id, draft_id)
     left join cases.party_answers o using (tenant_id, draft_id, party_id)
     where s.draft_id = any($1::uuid[])`,
    [drafts],
  )
  return z.array(SignerRow).parse(rows)
}

/** What is wrong with the signatures of what came of some drafts, in words; none is right. */
export async function findUncovered(
  place: Pick<Place, 'data'>,
  drafts: readonly { readonly id: string; readonly signers: number }[],
): Promise<readonly string[]> {
  const rows = await listSignatures(
    place,
    drafts.map(({ id }) => id),
  )
  const faults: string[] = []
  for (const { id, signers } of drafts) {
    const signed = rows.filter(({ draft }) => draft === id).length
    if (signed !== signers) faults.push(`${id} is signed by ${signed}, and should be by ${signers}`)
  }
  for (const row of rows) faults.push(...(await faultsOf(row)))
  return faults
}

async function faultsOf(row: SignerRow): Promise<readonly string[]> {
  const { draft, name, visible, format, manifest, evidence, trusted } = row
  const number = numberOf(name)
  const verified = await verifyEvidence(
    evidence,
    { text: { visible, format, manifest }, signer: { scheme: 'swedish-number', number } },
    trusted,
  )
  return [
    ...(verified.ok ? [] : [`${draft}: the signature of ${name} is not verified: ${verified.error}`]),
    ...(manifest === shouldCover(row) ? [] : [`${draft}: the signature of ${name} covers other answers or files`]),
  ]
}

/** The applicant signs all; others what isn't hidden from them, and their own answers. */
function shouldCover({ role, answers, shared, own, files, position, ...row }: SignerRow): string {
  const isApplicant = role === 'applicant'
  return manifestOf({
    ...row,
    signer: position,
    answers: isApplicant ? answers : { ...shared, ...own },
    files: files.filter(({ hidden }) => isApplicant || !hidden),
  })
}

function numberOf(name: string): string {
  const id = persons.find(({ label }) => label === name)?.id ?? name
  return whoIs(id).number
}

/** What somebody signed, in the words that they read. */
export async function wordsSigned(place: Pick<Place, 'data'>, draft: string): Promise<readonly string[]> {
  return (await listSignatures(place, [draft])).map(({ visible }) => visible)
}

/** The answers of what came of a draft, as one text; undefined for none. */
export async function answersSent(place: Pick<Place, 'data'>, draft: string): Promise<string | undefined> {
  const [row] = await listSignatures(place, [draft])
  return row && canonicalJson(row.answers)
}
