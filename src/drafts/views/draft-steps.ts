import type { FilledForm } from '../../forms/filled.ts'
import { reviewStep } from '../../forms/navigation.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import type { Step } from '../../ui/case/steps.tsx'

type StepsOf = {
  readonly filled: FilledForm
  /** Id of the step that is shown, or `granska`. */
  readonly current: string
  readonly texts: Texts
  /** Where a step behind lies. Left out where something typed would be lost by following a link. */
  readonly href?: (step: string) => string
}

/** The steps of a draft for the list beside the form, the review last. */
export function draftSteps({ filled, current, texts, href }: StepsOf): readonly Step[] {
  const steps = [
    ...filled.steps.map(({ id, title }) => ({ id, label: texts.pick(title) })),
    { id: reviewStep, label: texts.t('drafts.step.review') },
  ]
  const place = steps.findIndex(({ id }) => id === current)
  return steps.map(({ id, label }, index) => {
    if (index === place) return { label, state: 'current' }
    return index < place ? { label, state: 'done', href: href?.(id) } : { label, state: 'ahead' }
  })
}
