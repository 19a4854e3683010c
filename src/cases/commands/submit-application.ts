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
import type { FactName } from '../../forms/facts.ts'
import { detailsToKeep, type KeptDetails } from '../../forms/kept-details.ts'
import { seenByRules } from '../../forms/opened-again.ts'
import { factsNeeded } from '../../forms/prefill.ts'
import { type StepProblems, validateForm } from '../../forms/validation.ts'
import { keepOwnDetails } from '../../people/public.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import type { Received } from '../application.ts'
import { openCase } from '../open-case.ts'
import { mayApply } from '../policy.ts'
import type { SubmitPorts } from '../ports.ts'
import { findReceived } from '../queries/find-received.ts'
import { supplementCase } from '../supplement-case.ts'

/** Why a draft can't be sent (now). It stays as it is. */
export type SubmitFailure =
  /** The answers are not complete or right; the first step is the one to go back to. */
  | { readonly kind: 'problems'; readonly steps: readonly StepProblems[] }
  /** The service requires login and nobody is logged in. */
  | { readonly kind: 'login-required' }
  /** The case that the draft supplements doesn't wait for a supplement any more. */
  | { readonly kind: 'not-waiting'; readonly caseId: string }
  /** The service isn't open (any more). */
  | { readonly kind: 'closed' }
  /** The service is not for this person. */
  | { readonly kind: 'unmet'; readonly unmet: Unmet }
  /** The form has changed since the applicant looked at it: they are to see what has become of it first. */
  | { readonly kind: 'form-changed' }

/**
 * Sends a draft: it becomes a case with its first submission, or a new submission in the case that it supplements, in one transaction
 * with all that follows from it. A draft that has been sent answers the same again, however often it is asked
 * (B3.6: "never makes two cases or none"). Whoever has become protected since their login sends as such (B1.4). Throws `not-found` for anybody but the draft's owner.
 */
export async function submitApplication(
  asked: Context,
  draftId: string,
  ports: SubmitPorts,
): Promise<Result<Sent, SubmitFailure>> {
  // Before the transaction: a register that takes its time mustn't hold the draft's row and a connection meanwhile.
  const ctx = actingAs(asked, await ports.checkProtection(asked))
  const names = await namesOfFacts(ctx, draftId)
  const facts = await ports.readFacts(ctx, names)
  const mayKeep = await ports.mayMoveNotices(ctx)
  const sent = await inTransaction(ctx, async (tx): Promise<Result<Unkept, SubmitFailure> | 'more-facts'> => {
    // Locks the draft's row: of many posts at once the first one sends; the others wait here, and find it sent.
    const draft = await takeDraft(ctx, tx, draftId)
    if (draft.state === 'sent') return ok(await getReceived(ctx, tx, draftId))
    const service = await getServiceVersion(ctx, draft.versionId, tx)
    const { login, group } = service.definition
    if (!mayApply(ctx.actor, login)) return failed({ kind: 'login-required' })
    const standing = await standingOf(ctx, draft, tx)
    if (draft.changedUnseen || (standing && standing.moves.length > 0)) return failed({ kind: 'form-changed' })
    if (standing?.opening.kind === 'closed') return failed({ kind: 'closed' })
    // Since the facts were read, the draft may have moved, or a new version may ask for more of who applies.
    if ([...factsOf(service, standing)].some((name) => !names.has(name))) return 'more-facts'
    const unmet = unmetBy(standing?.open, facts.person)
    if (unmet) return failed({ kind: 'unmet', unmet })
    const filled = fillDraft(service, draft, facts)
    const validated = validateForm(filled)
    if (!validated.ok) return failed({ kind: 'problems', steps: validated.steps })
    const { answers, asked } = validated
    const application = {
      draftId,
      service,
      facts,
      answers,
      asked,
      seen: seenByRules(filled),
      group: groupFor(group, filled),
      files: draft.files,
      at: ctx.clock.now(),
    }
    const received =
      draft.caseId === undefined
        ? ok(await openCase(ctx, tx, application))
        : await supplementCase(ctx, tx, { caseId: draft.caseId, application })
    if (!received.ok) return received
    const details = detailsToKeep(filled)
    if (!mayKeep) return ok({ ...received.value, unkept: details })
    await keepOwnDetails(ctx, tx, details)
    return received
  })
  if (sent === 'more-facts') return await submitApplication(ctx, draftId, ports)
  return sent.ok ? ok(await hold(ctx, ports, sent.value)) : sent
}

/** A draft that has been sent. */
export type Sent = Received & {
  /** Where the sender can have their new contact details kept, once they have shown again who they are. */
  readonly detailsAt?: string
}

type Unkept = Received & { readonly unkept?: KeptDetails }

/** Sets aside the contact details that were not kept, of who gives them in forms at all (B1.4). */
async function hold(ctx: Context, ports: SubmitPorts, { unkept, ...received }: Unkept): Promise<Sent> {
  const { actor } = ctx
  if (!unkept || actor.kind !== 'citizen' || actor.protectedIdentity) return received
  if (unkept.email === undefined && unkept.phone === undefined) return received
  const detailsAt = await ports.holdDetails(ctx, unkept)
  return { ...received, ...(detailsAt !== undefined && { detailsAt }) }
}

/** What is to be known of who sends a draft, as it stands now. Throws as `getDraft` does. */
async function namesOfFacts(ctx: Context, draftId: string): Promise<ReadonlySet<FactName>> {
  const draft = await getDraft(ctx, draftId)
  if (draft.state === 'sent') return new Set()
  return factsOf(await getServiceVersion(ctx, draft.versionId), await standingOf(ctx, draft))
}

type Asked = { readonly serviceId: string; readonly versionId: string; readonly caseId?: string | undefined }

/** How the service stands; undefined for what supplements a case: that is sent in its version, and whenever the case waits for it. */
const standingOf = async (ctx: Context, draft: Asked, tx?: Transaction): Promise<Standing | undefined> =>
  draft.caseId === undefined ? await getStanding(ctx, draft, tx) : undefined

const factsOf = ({ definition: { form, group } }: Service, standing: Standing | undefined): ReadonlySet<FactName> =>
  new Set([...factsNeeded(form, groupConditions(group)), ...factsForOpen(standing?.open)])

async function getReceived(ctx: Context, tx: Transaction, draftId: string): Promise<Received> {
  const received = await findReceived(ctx, tx, draftId)
  if (!received) throw notFound()
  return received
}
