import { getServiceVersion, type Service } from '../../catalogue/public.ts'
import { getDraft, type OpenDraft, type ReadFacts, withFacts } from '../../drafts/public.ts'
import type { TypedValues } from '../../forms/answers.ts'
import { typeOf } from '../../forms/definition.ts'
import type { Facts } from '../../forms/facts.ts'
import { held } from '../../forms/json.ts'
import { visibleSteps } from '../../forms/navigation.ts'
import { factsNeeded } from '../../forms/prefill.ts'
import { type SummaryGroup, summariseTyped } from '../../forms/summary.ts'
import { type StepProblems, validateForm } from '../../forms/validation.ts'
import type { Context } from '../../platform/context.ts'
import type { Texts } from '../../platform/texts/texts.ts'

/** A draft as its review page shows it. */
export type Review = {
  readonly service: Service
  readonly draft: OpenDraft
  readonly typed: TypedValues
  /** Every visible question with its answer in words; what isn't right yet, as it was typed. */
  readonly groups: readonly SummaryGroup[]
  /** The steps to go back to before the draft can be sent. */
  readonly problems: readonly StepProblems[]
}

/** What the review page of a draft is: the review; or the step to go to first; or that the draft has been sent. */
export type OpenedReview =
  | { readonly kind: 'review'; readonly review: Review }
  | { readonly kind: 'elsewhere'; readonly step: string }
  | { readonly kind: 'sent' }

/** Opens an own draft for review. Throws as `getDraft` does. */
export async function openReview(ctx: Context, readFacts: ReadFacts, draftId: string): Promise<OpenedReview> {
  const draft = await getDraft(ctx, draftId)
  if (draft.state === 'sent') return { kind: 'sent' }
  const service = await getServiceVersion(ctx, draft.versionId)
  const { form } = service.definition
  const facts = await readFacts(ctx, factsNeeded(form))
  const typed = withFacts(service, draft.typed, facts)
  const undecided = undecidedStep(service, draft, typed)
  if (undecided !== undefined) return { kind: 'elsewhere', step: undecided }
  const validated = validateForm(form, typed, facts)
  const groups = groupsOf(service, typed, { facts, texts: ctx.texts })
  return { kind: 'review', review: { service, draft, typed, groups, problems: validated.ok ? [] : validated.steps } }
}

/** The first step with an answer of which another window has saved something else: nobody sends it before they have chosen. */
const undecidedStep = (service: Service, { waiting }: OpenDraft, typed: TypedValues): string | undefined =>
  visibleSteps(service.definition.form, typed).find((step) =>
    step.questions.some(({ id }) => held(waiting, id) !== undefined),
  )?.id

const groupsOf = (
  { definition }: Service,
  typed: TypedValues,
  known: { readonly facts: Facts; readonly texts: Texts },
): readonly SummaryGroup[] =>
  visibleSteps(definition.form, typed)
    .map((step) => ({
      stepId: step.id,
      title: known.texts.pick(step.title),
      lines: step.questions
        .filter((question) => typeOf(question).asks)
        .map((question) => ({
          questionId: question.id,
          label: known.texts.pick(question.label),
          value: summariseTyped(question, typed, known),
        })),
    }))
    .filter(({ lines }) => lines.length > 0)
