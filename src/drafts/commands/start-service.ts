import { factsForOpen, findFilledInByName, getStanding, type Unmet, unmetBy } from '../../catalogue/public.ts'
import { factsNeeded } from '../../forms/prefill.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { unreachable } from '../../platform/result.ts'
import { mostDrafts } from '../limits.ts'
import { stepPath } from '../paths.ts'
import { requireOwner } from '../policy.ts'
import type { ReadFacts } from '../ports.ts'
import { startDraft } from './start-draft.ts'

/** What came of it: the path of the new draft's first step, or why there is none. */
export type StartedService =
  | { readonly kind: 'started'; readonly path: string }
  | { readonly kind: 'login-required' }
  /** It isn't open now; its start page says when it is. */
  | { readonly kind: 'closed' }
  /** It is open, but not to this person. */
  | { readonly kind: 'unmet'; readonly unmet: Unmet }
  /** So many drafts are open already that no more are begun. */
  | { readonly kind: 'too-many'; readonly most: number }

/** What is to be begun; `logIn` when somebody who may choose has chosen to log in first. */
export type StartWish = { readonly shortName: string; readonly logIn: boolean }

/** Begins an e-service by its short name. Throws `not-found` when there is none. */
export async function startService(ctx: Context, readFacts: ReadFacts, wish: StartWish): Promise<StartedService> {
  const service = await findFilledInByName(ctx, wish.shortName)
  if (!service) throw notFound()
  const { opening, open } = await getStanding(ctx, service)
  if (opening.kind === 'closed') return { kind: 'closed' }
  if (wish.logIn && ctx.actor.kind !== 'citizen') return { kind: 'login-required' }
  const facts = await readFacts(ctx, new Set([...factsNeeded(service.definition.form), ...factsForOpen(open)]))
  const unmet = unmetBy(open, facts.person)
  if (unmet) return { kind: 'unmet', unmet }
  const started = await startDraft(ctx, { service, facts })
  if (started.ok) return { kind: 'started', path: stepPath(started.value.id, started.value.step) }
  switch (started.error) {
    case 'login-required':
      return { kind: 'login-required' }
    case 'too-many':
      return { kind: 'too-many', most: mostDrafts(requireOwner(ctx.actor).kind) }
    default:
      return unreachable(started.error)
  }
}
