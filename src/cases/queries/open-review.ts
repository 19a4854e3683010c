import { type FilledInService, isPaperForm, type Opening, type Service } from '../../catalogue/public.ts'
import { fillDraft, type OpenDraft, openDraft, type ReadFacts } from '../../drafts/public.ts'
import type { Answers } from '../../forms/answers.ts'
import type { Facts } from '../../forms/facts.ts'
import type { FilledForm } from '../../forms/filled.ts'
import { held } from '../../forms/json.ts'
import { factsNeeded } from '../../forms/prefill.ts'
import { typeOf } from '../../forms/questions/registry.ts'
import { lineOf, type SummaryGroup, summariseTyped } from '../../forms/summary.ts'
import { type StepProblems, validateForm } from '../../forms/validation.ts'
import type { Context } from '../../platform/context.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import type { NamedParty } from '../../signing/public.ts'
import { othersToSign } from '../others-to-sign.ts'

/** A draft as its review page shows it. */
export type Review = {
  readonly service: FilledInService
  readonly draft: OpenDraft
  /** Whether it can be sent now; undefined for what can whenever. */
  readonly opening: Opening | undefined
  readonly filled: FilledForm
  /** Every visible question with its answer in words; what isn't right yet, as it was typed. */
  readonly groups: readonly SummaryGroup[]
  /** The steps to go back to before the draft can be sent. */
  readonly problems: readonly StepProblems[]
  /** Who signs what is sent; undefined where nobody does. */
  readonly signing: ReviewSigning | undefined
}

/** Who signs besides the applicant; undefined until right answers tell who they are. */
export type ReviewSigning = {
  readonly others: readonly NamedParty[] | undefined
}

/** What the review page of a draft is: the review; or the step to go to first; or that the form has changed, or the draft has been sent. */
export type OpenedReview =
  | { readonly kind: 'review'; readonly review: Review }
  | { readonly kind: 'elsewhere'; readonly step: string }
  /** The form has changed, and the owner is to be told first. */
  | { readonly kind: 'changed' }
  /** It waits for those who are to sign it. */
  | { readonly kind: 'sealed' }
  | { readonly kind: 'sent' }

/** Opens an own draft for review, as `openDraft` does. */
export async function openReview(ctx: Context, readFacts: ReadFacts, draftId: string): Promise<OpenedReview> {
  const opened = await openDraft(ctx, draftId)
  if (opened.kind !== 'open') return { kind: opened.kind }
  const { draft, service, opening } = opened
  const { form } = service.definition
  const facts = await readFacts(ctx, factsNeeded(form))
  const filled = fillDraft(service, draft, facts)
  const undecided = undecidedStep(filled, draft)
  if (undecided !== undefined) return { kind: 'elsewhere', step: undecided }
  const validated = validateForm(filled)
  const groups = groupsOf(filled, ctx.texts)
  return {
    kind: 'review',
    review: {
      service,
      draft,
      opening,
      filled,
      groups,
      problems: validated.ok ? [] : validated.steps,
      signing: isPaperForm(service)
        ? undefined
        : signingOf({ service, answers: validated.ok ? validated.answers : undefined, facts, draft }),
    },
  }
}

type Signed = {
  readonly service: Service
  /** Undefined while they aren't right. */
  readonly answers: Answers | undefined
  readonly facts: Facts
  readonly draft: OpenDraft
}

function signingOf({ service, answers, facts, draft }: Signed): ReviewSigning | undefined {
  const isSupplement = draft.caseId !== undefined
  const others = othersToSign({ service, answers: answers ?? {}, facts, isSupplement })
  if (!others) return undefined
  return { others: answers && others !== 'not-known' ? others : undefined }
}

/** The first step with an answer of which another window has saved something else: nobody sends it before they have chosen. */
const undecidedStep = ({ steps }: FilledForm, { waiting }: OpenDraft): string | undefined =>
  steps.find((step) => step.questions.some(({ id }) => held(waiting, id) !== undefined))?.id

const groupsOf = (filled: FilledForm, texts: Texts): readonly SummaryGroup[] =>
  filled.steps
    .map((step) => ({
      stepId: step.id,
      title: texts.pick(step.title),
      lines: step.questions
        .filter((question) => typeOf(question).asks)
        .map((question) => lineOf(question, summariseTyped(question, filled, texts), texts)),
    }))
    .filter(({ lines }) => lines.length > 0)
