import {
  factsForOpen,
  getServiceVersion,
  getStanding,
  groupConditions,
  groupFor,
  type Service,
  type Standing,
  type Unmet,
  unmetBy,
} from '../../catalogue/public.ts'
import { fillDraft, getDraft, takeDraft } from '../../drafts/public.ts'
import type { FactName, Facts } from '../../forms/facts.ts'
import { detailsToKeep, type KeptDetails } from '../../forms/kept-details.ts'
import { seenByRules } from '../../forms/opened-again.ts'
import { factsNeeded } from '../../forms/prefill.ts'
import { type StepProblems, validateForm } from '../../forms/validation.ts'
import { keepOwnDetails } from '../../people/public.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import type { NamedParty } from '../../signing/public.ts'
import type { Application, Received } from '../application.ts'
import { openCase } from '../open-case.ts'
import { areSameParties, othersToSign } from '../others-to-sign.ts'
import type { TypedContacts } from '../party-contacts.ts'
import { mayApply } from '../policy.ts'
import type { SubmitPorts } from '../ports.ts'
import { findReceived } from '../queries/find-received.ts'
import { type SealFailure, sealApplication } from '../seal-application.ts'
import { supplementCase } from '../supplement-case.ts'

/** Why a draft can't be sent (now). It stays as it is. */
export type SubmitFailure =
  /** The answers are not complete or right; the first step is the one to go back to. */
  | { readonly kind: 'problems'; readonly steps: readonly StepProblems[] }
  /** The service requires login and nobody is logged in. */
  | { readonly kind: 'login-required' }
  /** The service isn't open (any more). */
  | { readonly kind: 'closed' }
  /** The service is not for this person. */
  | { readonly kind: 'unmet'; readonly unmet: Unmet }
  /** The form has changed since the applicant looked at it: they are to see what has become of it first. */
  | { readonly kind: 'form-changed' }
  /** Somebody who is to sign can't be asked: a register fails, or one of those who sign has protected identity, and the two must look the same (B1.4). */
  | { readonly kind: 'not-fetched' }
  | SealFailure

type SubmitApplication = {
  readonly draftId: string
  /** How those who are to sign are reached, as typed where it is sent. */
  readonly contacts?: TypedContacts
}

/**
 * Sends a draft: it becomes a case with its first submission, or a new submission in the case that it supplements, in one transaction
 * with all that follows from it. Where it is to be signed it is sealed instead, and is sent by the last signature. A draft that has been sent answers
 * the same again, however often it is asked (B3.6: "never makes two cases or none"). Whoever has become protected since their login sends as such
 * (B1.4). Throws `not-found` for anybody but the draft's owner.
 */
export async function submitApplication(
  asking: Context,
  wanted: SubmitApplication,
  ports: SubmitPorts,
): Promise<Result<Submitted, SubmitFailure>> {
  const { draftId, contacts = new Map() } = wanted
  // Before the transaction: a register that takes its time mustn't hold the draft's row and a connection meanwhile.
  const ctx = actingAs(asking, await ports.checkProtection(asking))
  const { names, facts, others: checked } = await readKnown(ctx, draftId, ports)
  if (checked.length > 0 && (await ports.checkParties(ctx, checked)) === 'not-fetched') {
    return failed({ kind: 'not-fetched' })
  }
  const mayKeep = await ports.mayMoveNotices(ctx)
  const submitted = await inTransaction(ctx, async (tx): Promise<Result<Unkept, SubmitFailure> | 'again'> => {
    // Locks the draft's row: of many posts at once the first one sends; the others wait here, and find it sent.
    const draft = await takeDraft(ctx, tx, draftId)
    if (draft.state === 'sealed') return ok({ kind: 'sealed' })
    if (draft.state === 'sent') return ok({ kind: 'sent', ...(await getReceived(ctx, tx, draftId)) })
    const service = await getServiceVersion(ctx, draft.versionId, tx)
    const { login, group } = service.definition
    if (!mayApply(ctx.actor, login)) return failed({ kind: 'login-required' })
    const standing = await standingOf(ctx, draft, tx)
    if (draft.changedUnseen || (standing && standing.moves.length > 0)) return failed({ kind: 'form-changed' })
    if (standing?.opening.kind === 'closed') return failed({ kind: 'closed' })
    // Since the facts were read, the draft may have moved, or a new version may ask for more of who applies.
    if ([...factsOf(service, standing)].some((name) => !names.has(name))) return 'again'
    const unmet = unmetBy(standing?.open, facts.person)
    if (unmet) return failed({ kind: 'unmet', unmet })
    const filled = fillDraft(service, draft, facts)
    const validated = validateForm(filled)
    if (!validated.ok) return failed({ kind: 'problems', steps: validated.steps })
    const { answers, asked } = validated
    const { caseId } = draft
    const others = othersToSign({ service, answers, facts, isSupplement: caseId !== undefined })
    if (others === 'not-known') return failed({ kind: 'not-fetched' })
    // Since they were checked, another window may have named somebody else.
    if (others && !areSameParties(others, checked)) return 'again'
    const application = {
      draftId,
      service,
      answers,
      asked,
      seen: seenByRules(filled),
      group: groupFor(group, filled),
      files: draft.files,
      knownAs: facts.person?.name,
      at: ctx.clock.now(),
    }
    const sent = others
      ? await sealApplication(ctx, tx, { application, caseId, others, contacts })
      : await receive(ctx, tx, { application, caseId })
    if (!sent.ok) return sent
    const details = detailsToKeep(filled)
    if (mayKeep) await keepOwnDetails(ctx, tx, details)
    if (!sent.value) return ok({ kind: 'sealed' })
    return ok({ kind: 'sent', ...sent.value, ...(!mayKeep && { unkept: details }) })
  })
  if (submitted === 'again') return await submitApplication(ctx, wanted, ports)
  return submitted.ok ? ok(await hold(ctx, ports, submitted.value)) : submitted
}

type Coming = { readonly application: Application; readonly caseId: string | undefined }

const receive = async (ctx: Context, tx: Transaction, { application, caseId }: Coming) =>
  caseId === undefined
    ? ok(await openCase(ctx, tx, application))
    : await supplementCase(ctx, tx, { caseId, application })

/** A draft that has been sent. */
export type Sent = Received & {
  /** Where the sender can have their new contact details kept, once they have shown again who they are. */
  readonly detailsAt?: string
}

/** What has become of a draft: it has been sent, or waits for those who are to sign it. */
export type Submitted = ({ readonly kind: 'sent' } & Sent) | { readonly kind: 'sealed' }

type Unkept = ({ readonly kind: 'sent' } & Received & { readonly unkept?: KeptDetails }) | { readonly kind: 'sealed' }

/** Sets aside the contact details that were not kept, of who gives them in forms at all (B1.4). */
async function hold(ctx: Context, ports: SubmitPorts, submitted: Unkept): Promise<Submitted> {
  if (submitted.kind === 'sealed') return submitted
  const { unkept, ...received } = submitted
  const { actor } = ctx
  if (!unkept || actor.kind !== 'citizen' || actor.protectedIdentity) return received
  if (unkept.email === undefined && unkept.phone === undefined) return received
  const detailsAt = await ports.holdDetails(ctx, unkept)
  return { ...received, ...(detailsAt !== undefined && { detailsAt }) }
}

type Known = {
  readonly names: ReadonlySet<FactName>
  readonly facts: Facts
  /** Who is to sign besides the applicant, as the draft stands now. */
  readonly others: readonly NamedParty[]
}

/** What is to be known of who sends a draft, as it stands now, and of those who are to sign it. Throws as `getDraft` does. */
async function readKnown(ctx: Context, draftId: string, { readFacts }: SubmitPorts): Promise<Known> {
  const draft = await getDraft(ctx, draftId)
  const none = new Set<FactName>()
  if (draft.state !== 'open') return { names: none, facts: await readFacts(ctx, none), others: [] }
  const service = await getServiceVersion(ctx, draft.versionId)
  const names = factsOf(service, await standingOf(ctx, draft))
  const facts = await readFacts(ctx, names)
  if (!service.definition.signing) return { names, facts, others: [] }
  const validated = validateForm(fillDraft(service, draft, facts))
  const isSupplement = draft.caseId !== undefined
  const others = validated.ok ? othersToSign({ service, answers: validated.answers, facts, isSupplement }) : []
  return { names, facts, others: others === 'not-known' ? [] : (others ?? []) }
}

type Asked = { readonly serviceId: string; readonly versionId: string; readonly caseId?: string | undefined }

/** How the service stands; undefined for what supplements a case: that is sent in its version, and whenever the case waits for it. */
const standingOf = async (ctx: Context, draft: Asked, tx?: Transaction): Promise<Standing | undefined> =>
  draft.caseId === undefined ? await getStanding(ctx, draft, tx) : undefined

/** Who signs is named: also where the form itself doesn't ask for it. */
const factsOf = (
  { definition: { form, group, signing } }: Service,
  standing: Standing | undefined,
): ReadonlySet<FactName> =>
  new Set([
    ...factsNeeded(form, groupConditions(group)),
    ...factsForOpen(standing?.open),
    ...(signing ? (['person'] as const) : []),
  ])

async function getReceived(ctx: Context, tx: Transaction, draftId: string): Promise<Received> {
  const received = await findReceived(ctx, tx, draftId)
  if (!received) throw notFound()
  return received
}
