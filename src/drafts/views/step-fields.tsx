import { StepQuestions } from '../../forms/step-questions.tsx'
import { stepFields } from '../posted-step.ts'
import type { StepState } from '../step-state.ts'

/** The element that an autosave puts anew. */
export const stepFieldsId = 'step-fields'

/** The questions of a step with what the page must tell the next save: what it was rendered with, and what it shows. */
export function StepFields({ draft, step, typed, facts, problems, conflicts }: StepState) {
  const wrong = new Set(problems.map(({ questionId }) => questionId))
  return (
    <div id={stepFieldsId}>
      <HiddenField name={stepFields.revision} value={String(draft.revision)} />
      {conflicts.map(({ questionId }) => (
        <HiddenField key={questionId} name={stepFields.undecided} value={questionId} />
      ))}
      {[...wrong].map((questionId) => (
        <HiddenField key={questionId} name={stepFields.wrong} value={questionId} />
      ))}
      <StepQuestions step={step} typed={typed} facts={facts} problems={problems} conflicts={conflicts} />
    </div>
  )
}

const HiddenField = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <input type="hidden" name={name} value={value} />
)
