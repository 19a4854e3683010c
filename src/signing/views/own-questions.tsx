import type { FilledForm } from '../../forms/filled.ts'
import { partyStep } from '../../forms/parties.ts'
import type { Problem } from '../../forms/problem.ts'
import { StepQuestions } from '../../forms/step-questions.tsx'
import { drawnQuestions, stepRules } from '../../forms/step-rules.ts'

/** The questions that somebody who has been asked to sign answers themselves, with their rules for the browser. */
export function OwnQuestions({
  filled,
  problems,
}: {
  readonly filled: FilledForm
  readonly problems: readonly Problem[]
}) {
  const step = filled.steps.find(({ id }) => id === partyStep)
  const rules = stepRules(filled, partyStep)
  if (!step) return null
  return (
    <div data-rules={rules && JSON.stringify(rules)}>
      <StepQuestions
        step={step}
        drawn={drawnQuestions(filled, partyStep)}
        typed={filled.typed}
        facts={filled.facts}
        problems={problems}
      />
    </div>
  )
}
