import { getServiceVersion, type Service } from '../catalogue/public.ts'
import type { ReadFacts, SealedCopy } from '../drafts/public.ts'
import type { TypedValues } from '../forms/answers.ts'
import type { Facts } from '../forms/facts.ts'
import type { FilledForm } from '../forms/filled.ts'
import { fillPartyForm, hasPartyQuestions, partyForm } from '../forms/parties.ts'
import { factsNeeded, prefill } from '../forms/prefill.ts'
import { type StepProblems, validateForm } from '../forms/validation.ts'
import type { Context } from '../platform/context.ts'
import { inReading } from '../platform/database/transaction.ts'
import { notFound } from '../platform/errors.ts'
import { failed, ok, type Result } from '../platform/result.ts'
import type { OwnPart } from './model.ts'
import { requireCitizen } from './policy.ts'
import './tables.ts'

/** The version of the service of a request that the actor may see. Throws `not-found` for all others. */
export async function versionToSign(ctx: Context, draft: string): Promise<string> {
  requireCitizen(ctx.actor)
  const row = await inReading(
    ctx,
    async ({ db }) =>
      await db
        .selectFrom('signing.request')
        .select('version_id')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('draft_id', '=', draft)
        .executeTakeFirst(),
  )
  if (!row) throw notFound()
  return row.version_id
}

/** A service that is signed, and what is known of the actor for their own questions. Never inside a transaction: registers take their time. */
export async function factsOfSigner(
  ctx: Context,
  readFacts: ReadFacts,
  versionId: string,
): Promise<{ readonly service: Service; readonly facts: Facts }> {
  const service = await getServiceVersion(ctx, versionId)
  return { service, facts: await readFacts(ctx, factsNeeded(partyForm(service.definition.form))) }
}

type Filling = {
  readonly service: Service
  readonly copy: SealedCopy
  /** What the party has saved; undefined before they have. */
  readonly typed: TypedValues | undefined
  readonly facts: Facts
}

/** A party's own questions as they stand; undefined where nothing is asked of them. What they haven't touched is filled in by what is known. */
export function ownForm({ service, copy, typed = {}, facts }: Filling): FilledForm | undefined {
  const { form } = service.definition
  if (!hasPartyQuestions(form)) return undefined
  const filled = fillPartyForm(form, copy, { ...prefill(partyForm(form), typed, facts), ...typed }, facts)
  return filled.steps.length > 0 ? filled : undefined
}

/** What a party signs of their own; or what is wrong in it. Nothing where nothing is asked of them. */
export function readOwnPart(filled: FilledForm | undefined): Result<OwnPart | undefined, readonly StepProblems[]> {
  if (!filled) return ok(undefined)
  const validated = validateForm(filled)
  return validated.ok ? ok({ answers: validated.answers, asked: validated.asked }) : failed(validated.steps)
}
