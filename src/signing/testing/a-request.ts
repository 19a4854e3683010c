import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAuthority } from '../../../simulators/authority/authority.ts'
import { holders } from '../../../simulators/bankid/persons.ts'
import { openBankIdSigning } from '../../../simulators/bankid/signing/signing.ts'
import type { Service } from '../../catalogue/public.ts'
import { aService } from '../../catalogue/testing/a-service.ts'
import { markSent, sealDraft, takeDraft } from '../../drafts/public.ts'
import { aDraft, aPost, someFacts } from '../../drafts/testing/a-draft.ts'
import type { Answers } from '../../forms/answers.ts'
import type { SigningOutcome } from '../../identity/public.ts'
import { aPerson } from '../../people/testing/a-person.ts'
import type { Citizen } from '../../platform/actor.ts'
import { type Clock, systemClock } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Event } from '../../platform/events/event.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { atEndOfFile } from '../../platform/testing/end-of-file.ts'
import { finishSigning } from '../commands/finish-signing.ts'
import { openSigning } from '../commands/open-signing.ts'
import { prepareSignature } from '../commands/prepare-signature.ts'
import { saveOwnAnswers } from '../commands/save-own-answers.ts'
import type { CompleteApplication, NamedParty } from '../model.ts'
import type { FinishPorts } from '../ports.ts'
import { keptWhat, type SigningWhat } from '../what.ts'

/** Published test numbers of those who have a BankID in the simulator. */
export const numbers = {
  ada: '199001012385',
  bo: '198001139297',
  cecilia: '199501012380',
  dagny: '195501142284',
} as const

const words = (text: string) => ({ sv: text, en: text })

/** A form with something hidden from other parties, something that they answer themselves, and files. */
const form = {
  steps: [
    {
      id: 'fragor',
      title: words('Frågor'),
      questions: [
        { id: 'namn', type: 'text', label: words('Vad heter det?'), mandatory: true },
        { id: 'inkomst', type: 'text', label: words('Vad tjänar du?'), hiddenFromParties: true },
        { id: 'medsokande', type: 'parties', label: words('Vilka söker med dig?'), rowName: words('medsökande') },
        {
          id: 'syssla',
          type: 'text',
          label: words('Vad gör du?'),
          mandatory: true,
          filledInBy: 'party',
          hiddenFromParties: true,
        },
      ],
    },
    {
      id: 'bilagor',
      title: words('Bilagor'),
      questions: [{ id: 'bilagor', type: 'attachments', label: words('Bilagor'), maxFiles: 2 }],
    },
  ],
}

/** Somebody named by the applicant, with a typed address. */
export const named = (number: string, position: number, given: Partial<NamedParty> = {}): NamedParty => ({
  role: 'co-applicant',
  position,
  name: `Namngiven ${position}`,
  identity: { scheme: 'swedish-number', number },
  contact: { email: `typed-${position}@prov.example` },
  ...given,
})

/** What a test of signing stands on. */
export type SigningStage = {
  readonly database: TestDatabase
  /** Everything that has happened, in the order of the transactions. */
  readonly events: Event[]
  /** What has been sent, as the last signature gave it. */
  readonly completed: CompleteApplication[]
  readonly ports: FinishPorts
  readonly person: (number: string) => Promise<Citizen>
  /** Somebody with an e-ID of another country, and no Swedish number. */
  readonly foreigner: (given: {
    readonly prid: string
    readonly givenName: string
    readonly surname: string
    readonly birthDate: string
  }) => Promise<Citizen>
  readonly as: (actor: Context['actor'], clock?: Clock) => Context
  readonly service: (signing?: object) => Promise<Service>
  /** Seals a new draft of the context's person, or one that is there, and asks for signatures. Answers its id. */
  readonly request: (ctx: Context, given: Sealing) => Promise<string>
  /** What somebody is about to sign with BankID. */
  readonly prepare: (ctx: Context, draft: string) => Promise<SigningWhat>
  /** Signs something with BankID, in somebody's name: what identity would keep of it. */
  readonly signed: (what: SigningWhat, by?: { readonly number?: string }) => Promise<SigningOutcome>
  /** Answers the question that is the other parties' own. */
  readonly answer: (ctx: Context, draft: string, words: string) => Promise<void>
  /** Signs what somebody is asked to, and puts the signature. */
  readonly sign: (ctx: Context, draft: string) => ReturnType<typeof finishSigning>
}

type Sealing = {
  readonly service: Service
  readonly parties: readonly NamedParty[]
  readonly draft?: string
  readonly answers?: Answers
}

/** A database, BankID's authority and a port that marks what is sent, and counts it. */
export async function signingStage(): Promise<SigningStage> {
  const database = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'handslag-signing-'))
  atEndOfFile(async () => await rm(folder, { recursive: true, force: true }))
  const authority = await openAuthority(join(folder, 'authority'))
  const strays = await openAuthority(join(folder, 'strays'))
  const bankId = await openBankIdSigning({ authority, strays, folder: join(folder, 'bankid') })

  const events: Event[] = []
  const completed: CompleteApplication[] = []
  const as = (actor: Context['actor'], clock?: Clock): Context =>
    database.context({
      actor,
      ...(clock && { clock }),
      sink: async (_ctx, _tx, happened) => void events.push(...happened),
    })
  const ports: FinishPorts = {
    complete: async (ctx, tx, given) => {
      completed.push(given)
      await markSent(ctx, tx, given.draft)
      return { caseId: given.draft, path: `/mina-sidor/arenden/${given.draft}` }
    },
    findSent: async (_ctx, draft) => `/mina-sidor/arenden/${draft}`,
  }

  const signed: SigningStage['signed'] = async (what, { number = what.signer.number } = {}) => {
    const holder = holders.find((one) => one.number === number)
    if (!holder) throw new Error('Nobody has a BankID by that number')
    const { visible, format, manifest } = what.text
    const base64 = (text: string) => Buffer.from(text).toString('base64')
    const at = systemClock.now()
    const toSign = {
      visible: base64(visible),
      nonVisible: base64(manifest),
      format: format === 'plain' ? undefined : format,
    }
    const { signature, ocspResponse } = await bankId({ toSign, holder, at }, 'ok')
    return {
      by: 'order',
      method: 'bankid',
      what: keptWhat(what),
      signature: {
        evidence: {
          kind: 'bankid',
          signature,
          ocspResponse: ocspResponse ?? '',
          collectedAt: at.toISOString(),
          reference: `order-${what.subject.party}`,
        },
        level: 'loa3',
        trusted: authority.certificate,
      },
    }
  }

  const prepare: SigningStage['prepare'] = async (ctx, draft) => {
    const prepared = await prepareSignature(ctx, { readFacts: someFacts }, { draft, name: 'bankid' })
    if (!prepared.ok) throw new Error(prepared.error)
    return prepared.value.signed
  }

  return {
    database,
    events,
    completed,
    ports,
    as,
    person: async (number) => await aPerson(database, number),
    foreigner: async ({ prid, ...facts }) =>
      await aPerson(database, prid, {
        scheme: 'prid',
        foreign: { prid, persistence: 'A' },
        facts: { from: 'login', address: undefined, municipalityCode: undefined, ...facts },
      }),
    service: async (signing = {}) =>
      await aService(database.context(), {
        form,
        signing: { others: [{ from: 'parties', question: 'medsokande', role: 'co-applicant' }], ...signing },
      }),
    async request(ctx, { service, parties, answers = { namn: 'Lekstugan' }, ...given }) {
      const draft = given.draft ?? (await aDraft(ctx, { service })).id
      await inTransaction(ctx, async (tx) => {
        await takeDraft(ctx, tx, draft)
        const { round } = await sealDraft(ctx, tx, {
          draft,
          copy: {
            schemaVersion: 1,
            serviceId: service.serviceId,
            versionId: service.versionId,
            answers,
            asked: ['namn', 'inkomst', 'bilagor'],
            seen: { facts: { today: '2026-11-21' } },
            group: 'gata-park',
            applicantName: 'Test Person',
            sealedAt: ctx.clock.now().toISOString(),
          },
        })
        const { signing } = service.definition
        if (!signing) throw new Error('Nobody signs in the service')
        await openSigning(ctx, tx, { draft, round, service, parties, signing })
      })
      return draft
    },
    prepare,
    signed,
    async answer(ctx, draft, words) {
      await saveOwnAnswers(ctx, someFacts, { draft, posted: aPost({ syssla: words }) })
    },
    async sign(ctx, draft) {
      const outcome = await signed(await prepare(ctx, draft))
      return await finishSigning(ctx, ports, { transaction: ctx.ids.next(), outcome })
    },
  }
}
