import { held } from '../../forms/json.ts'
import { isPrefilled } from '../../forms/prefill.ts'
import { StepQuestions } from '../../forms/step-questions.tsx'
import { drawnQuestions, stepRules } from '../../forms/step-rules.ts'
import { stepFields, suggestion, wrongName } from '../posted-step.ts'
import type { StepState } from '../step-state.ts'

/** The element that an autosave puts anew. */
export const stepFieldsId = 'step-fields'

/**
 * The questions of a step with what the page must tell the next save (what it was rendered with, and what it shows), and their rules for
 * the browser.
 */
export function StepFields({ draft, step, filled, problems, conflicts }: StepState) {
  const wrong = new Set(problems.map(wrongName))
  const rules = stepRules(filled, step.id)
  const drawn = drawnQuestions(filled, step.id)
  return (
    <div id={stepFieldsId} data-rules={rules && JSON.stringify(rules)}>
      <HiddenField name={stepFields.revision} value={String(draft.revision)} />
      <HiddenField name={stepFields.version} value={draft.versionId} />
      {conflicts.map(({ questionId }) => (
        <HiddenField key={questionId} name={stepFields.undecided} value={questionId} />
      ))}
      {[...wrong].map((name) => (
        <HiddenField key={name} name={stepFields.wrong} value={name} />
      ))}
      {drawn.flatMap(({ question }) => {
        const given = isPrefilled(question, filled.facts) ? held(filled.typed, question.id) : undefined
        return given === undefined || Object.hasOwn(draft.typed, question.id)
          ? []
          : [<HiddenField key={question.id} name={stepFields.suggested} value={suggestion(question.id, given)} />]
      })}
      <StepQuestions
        step={step}
        drawn={drawn}
        typed={filled.typed}
        facts={filled.facts}
        problems={problems}
        conflicts={conflicts}
      />
    </div>
  )
}

const HiddenField = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <input type="hidden" name={name} value={value} />
)
