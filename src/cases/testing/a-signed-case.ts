import { randomUUID } from 'node:crypto'
import type { Service } from '../../catalogue/public.ts'
import { takeDraft } from '../../drafts/public.ts'
import { aDraft } from '../../drafts/testing/a-draft.ts'
import { type Citizen, system } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { enterRole, inTransaction } from '../../platform/database/transaction.ts'
import type { CompleteApplication, Role, Signed, Signer } from '../../signing/public.ts'
import { completeApplication } from '../commands/complete-application.ts'
import { aFormService, fillIn } from './a-case.ts'

const words = (text: string) => ({ sv: text })

/** What no other party of a case may ever see: answers that are hidden from them, of them the name of a file, and what somebody else filled in. */
export const secrets = {
  income: 'KANARIE 31 000 kronor',
  email: 'kanarie@prov.example',
  phone: '070-111 22 33',
  file: 'kanarie-intyg.pdf',
  own: 'KANARIE studerar',
} as const

/** A service that the applicant and those whom they name sign: some answers are hidden from the others, and one they fill in themselves. */
export const aSignedService = async (
  ctx: Context,
  { signing = {}, ...settings }: Readonly<Record<string, unknown>> = {},
): Promise<Service> =>
  await aFormService(ctx, {
    shortName: 'med-underskrift',
    signing: { others: [{ from: 'parties', question: 'medsokande', role: 'co-applicant' }], ...Object(signing) },
    form: {
      steps: [
        {
          id: 'fragor',
          title: words('Frågor'),
          questions: [
            { id: 'plats', type: 'text', label: words('Var?'), mandatory: true },
            { id: 'kontakt', type: 'contact', label: words('Kontakt'), hiddenFromParties: true },
            { id: 'inkomst', type: 'text', label: words('Inkomst'), hiddenFromParties: true },
            {
              id: 'medsokande',
              type: 'parties',
              label: words('Medsökande'),
              rowName: words('medsökande'),
            },
            { id: 'egen', type: 'text', label: words('Din sysselsättning'), filledInBy: 'party' },
          ],
        },
        {
          id: 'bilagor',
          title: words('Bilagor'),
          questions: [
            { id: 'bilagor', type: 'attachments', label: words('Bilagor'), maxFiles: 3 },
            { id: 'intyg', type: 'attachments', label: words('Intyg'), maxFiles: 3, hiddenFromParties: true },
          ],
        },
      ],
    },
    ...settings,
  })

type Signs = {
  readonly by: Citizen
  readonly role: Role
  readonly name: string
  /** They were to sign and haven't. */
  readonly missing?: boolean
  readonly own?: string
}

const signatureOf = (own: string | undefined): Signed => ({
  at: new Date('2026-05-04T08:30:00Z'),
  method: 'bankid',
  level: 'http://id.elegnamnden.se/loa/1.0/loa3',
  text: { visible: '# Det här skriver jag under', format: 'simpleMarkdownV1', manifest: '{}' },
  evidence: {
    kind: 'bankid',
    signature: 'PHNpZz4=',
    ocspResponse: 'T0NTUA==',
    collectedAt: '2026-05-04T08:30:00Z',
    reference: randomUUID(),
  },
  trusted: 'PEM',
  ...(own !== undefined && { own: { answers: { egen: own }, asked: ['egen'] } }),
})

const signerOf = ({ by, role, name, missing, own }: Signs, position: number): Signer => ({
  party: randomUUID(),
  position,
  role,
  personId: by.id,
  name,
  declined: missing === true,
  ...(!missing && { signed: signatureOf(own) }),
})

/** What all have signed of a draft with every answer and file, ready to be sent; the first to sign owns it. */
export async function aSignedDraft(
  owner: Context,
  given: {
    readonly service: Service
    readonly signs: readonly Signs[]
    readonly supplements?: string
    readonly plats?: string
  },
): Promise<CompleteApplication> {
  const { service, signs, supplements, plats = 'Storgatan 1' } = given
  const { id: draft } = await aDraft(owner, { service })
  await fillIn(owner, draft, { typed: { plats }, files: ['karta.pdf', secrets.file] })
  const { files } = await inTransaction(owner, async (tx) => {
    const taken = await takeDraft(owner, tx, draft)
    if (taken.state !== 'open') throw new Error('The draft is not open')
    return taken
  })
  const answerOf = (name: string) =>
    files
      .filter((file) => file.name === name)
      .map(({ fileId, mediaType, size, sha256 }) => ({
        id: fileId,
        name,
        mediaType,
        size,
        sha256: Buffer.from(sha256).toString('hex'),
      }))
  const [first] = signs
  if (!first) throw new Error('Nobody signs')
  return {
    draft,
    files,
    ownerId: first.by.id,
    signers: signs.map(signerOf),
    copy: {
      schemaVersion: 1,
      serviceId: service.serviceId,
      versionId: service.versionId,
      ...(supplements !== undefined && { caseId: supplements }),
      answers: {
        plats,
        kontakt: { name: 'Ada Exempel', email: secrets.email, phone: secrets.phone },
        inkomst: secrets.income,
        bilagor: answerOf('karta.pdf'),
        intyg: answerOf(secrets.file),
      },
      asked: ['plats', 'kontakt', 'inkomst', 'medsokande', 'bilagor', 'intyg'],
      seen: {},
      group: 'gata-park',
      sealedAt: '2026-05-04T08:00:00Z',
    },
  }
}

/** Sends what has been signed, as the last signature does: in its signer's name, as the program. */
export const complete = async (signer: Context, given: CompleteApplication) =>
  await inTransaction(signer, async (tx) => {
    await enterRole(tx.db, signer.tenant.id, system)
    return await completeApplication(signer, tx, given)
  })
