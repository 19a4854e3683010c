import { getServiceVersion, type Service } from '../../catalogue/public.ts'
import { isSupplement, type OpenedCopy, type ReadFacts, readPartyAnswers, readSealed } from '../../drafts/public.ts'
import type { TypedValues } from '../../forms/answers.ts'
import { questionsOf } from '../../forms/definition.ts'
import type { FilledForm } from '../../forms/filled.ts'
import { partyForm } from '../../forms/parties.ts'
import { type SummaryGroup, summarise } from '../../forms/summary.ts'
import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inReading, inTransaction, type Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { joinInvitations } from '../commands/join-invitations.ts'
import { enterActor, holdRequest, ownParty } from '../hold-request.ts'
import type { OwnPart, Role } from '../model.ts'
import { factsOfSigner, ownForm, readOwnPart } from '../own-part.ts'
import { type PartyView, partyView } from '../party-view.ts'
import { may, requireCitizen } from '../policy.ts'
import { findRequest, type Party, type Request } from '../request.ts'
import { readBy } from '../seen.ts'
import { updateParty } from '../update-party.ts'
import { type WayToSign, waysToSign } from '../ways.ts'

/** What somebody who has been asked to sign may read, and do. */
export type OpenInvitation = {
  readonly kind: 'open' | 'signed'
  readonly draft: string
  readonly service: Service
  readonly what: 'application' | 'supplement'
  /** The applicant's name; undefined where it may not be shown. */
  readonly from: string | undefined
  readonly role: Role
  /** They had read it before the answers were changed. */
  readonly isAgain: boolean
  /** They had read it as it is, before now. */
  readonly isRead: boolean
  /** When they signed; undefined while they haven't. */
  readonly signedAt: Date | undefined
  readonly dueAt: Date
  /** What the applicant answered, without what is hidden from other parties. */
  readonly groups: readonly SummaryGroup[]
  readonly hidesSome: boolean
  /** Their own questions as they stand; undefined when nothing is asked of them. */
  readonly own: FilledForm | undefined
  /** What they have answered in them, as it will be signed; undefined while something is wrong or missing there. */
  readonly ownGroups: readonly SummaryGroup[] | undefined
  /** How many questions and files the signature covers. */
  readonly covers: { readonly answers: number; readonly files: number }
  readonly parties: readonly PartyView[]
  readonly ways: readonly WayToSign[]
  readonly region: string
}

/** What the address of a request leads to. */
export type ReadInvitation =
  /** It is the reader's own: they read it as its owner. */
  | { readonly kind: 'own' }
  /** There is nothing to read any more, or not just now, of what they had been asked to sign. */
  | {
      readonly kind: 'closed'
      readonly state: 'not-yet' | 'declined' | 'changing' | 'withdrawn'
      readonly service: Service
      readonly what: 'application' | 'supplement'
      readonly at: Date | undefined
    }
  | OpenInvitation

/** Opens a request for who has been asked to sign it; that they have read it is noted. Throws `not-found` for everybody who hasn't been asked. */
export async function readInvitation(ctx: Context, readFacts: ReadFacts, draft: string): Promise<ReadInvitation> {
  const actor = requireCitizen(ctx.actor)
  const asSystem = actingAs(ctx, system)
  // What is closed to them the actor can't see; that they had been asked they know.
  const find = async () => await inReading(asSystem, async (tx) => await findRequest(asSystem, tx, draft))
  const isParty = ({ parties }: Request) => parties.some(({ personId }) => personId === actor.id)
  const found = await find()
  if (found?.ownerId === actor.id) return { kind: 'own' }
  // Who was logged in already as they were named, by a name or number that wasn't known for theirs then: else they'd find nothing before they had logged in anew.
  if (found && !isParty(found))
    await inTransaction(asSystem, async (tx) => await joinInvitations(asSystem, tx, actor.id))
  const request = found && !isParty(found) ? await find() : found
  const party = request?.parties.find(({ personId }) => personId === actor.id)
  if (!request || !party) throw notFound()
  if (may(actor, 'read-invitation', { request, now: ctx.clock.now() })) return await open(ctx, readFacts, request)
  const state = closedState(request, party)
  if (!state) throw notFound()
  const service = await getServiceVersion(ctx, request.versionId)
  const supplements = await inReading(asSystem, async (tx) => await isSupplement(asSystem, tx, draft))
  return { kind: 'closed', state, service, what: supplements ? 'supplement' : 'application', at: party.declinedAt }
}

/** Why somebody who had been asked has nothing to read; undefined for who hasn't. */
function closedState({ state }: Request, party: Party): 'not-yet' | 'declined' | 'changing' | 'withdrawn' | undefined {
  if (party.invitedAt === undefined || state === 'done') return undefined
  // Nobody who has said no is asked again, unless the applicant does.
  if (party.state === 'declined' && state !== 'withdrawn') return 'declined'
  return state === 'collecting' ? 'not-yet' : state
}

type Read = {
  readonly request: Request
  readonly party: Party
  readonly sealed: OpenedCopy
  readonly typed: TypedValues | undefined
}

/** Reads it and notes that they have. The answer is how they stood before. */
async function readFirst(ctx: Context, draft: string): Promise<Read> {
  return await inTransaction(ctx, async (tx) => {
    const request = await holdRequest(ctx, tx, { draft, verb: 'read-invitation' })
    const { id: party, state, readAt } = ownParty(ctx, request)
    if (state === 'invited')
      await updateParty(ctx, tx, { party, set: { state: 'read', read_at: readAt ?? ctx.clock.now() } })
    await enterActor(ctx, tx)
    return await readOf(ctx, tx, request)
  })
}

/** Reads it, and holds nobody up who signs or changes it. */
async function readAgain(ctx: Context, draft: string): Promise<Read> {
  return await inReading(ctx, async (tx) => {
    const request = await findRequest(ctx, tx, draft)
    if (!request || !may(ctx.actor, 'read-invitation', { request, now: ctx.clock.now() })) throw notFound()
    return await readOf(ctx, tx, request)
  })
}

async function readOf(ctx: Context, tx: Reading, request: Request): Promise<Read> {
  const { draft } = request
  const party = ownParty(ctx, request)
  const sealed = await readSealed(ctx, tx, draft)
  const typed = await readPartyAnswers(ctx, tx, { draft, party: party.id, key: sealed.key })
  return { request, party, sealed, typed }
}

const nothing: OwnPart = { answers: {}, asked: [] }

/** What was just found, as it is read now: it may have been signed, changed or taken back meanwhile. */
async function open(ctx: Context, readFacts: ReadFacts, found: Request): Promise<OpenInvitation> {
  const { draft } = found
  const { service, facts } = await factsOfSigner(ctx, readFacts, found.versionId)
  const { request, party, sealed, typed } =
    ownParty(ctx, found).state === 'invited' ? await readFirst(ctx, draft) : await readAgain(ctx, draft)
  const { form } = service.definition
  const { role } = party
  const seen = readBy(form, sealed, role)
  const own = ownForm({ service, copy: sealed.copy, typed, facts })
  const part = readOwnPart(own)
  const groups = summarise(form, seen, ctx.texts)
  const ownGroups = part.ok ? summarise(partyForm(form), part.value ?? nothing, ctx.texts) : undefined
  return {
    kind: party.state === 'signed' ? 'signed' : 'open',
    draft,
    service,
    what: sealed.copy.caseId === undefined ? 'application' : 'supplement',
    from: sealed.copy.applicantName,
    role,
    isRead: party.state !== 'invited',
    isAgain: party.readAt !== undefined && party.invitedAt !== undefined && party.readAt < party.invitedAt,
    signedAt: party.signedAt,
    dueAt: request.dueAt,
    groups,
    hidesSome: questionsOf(form).some(
      ({ id, hiddenFromParties }) => hiddenFromParties && sealed.copy.asked.includes(id),
    ),
    own,
    ownGroups,
    covers: {
      answers: [...groups, ...(ownGroups ?? [])].flatMap(({ lines }) => lines).length,
      files: seen.files.length,
    },
    parties: request.parties.map((one) => partyView(ctx, one)),
    ...(await waysToSign(ctx)),
  }
}
