import type { TypedValues } from './answers.ts'
import type { Step } from './definition.ts'
import type { Facts } from './facts.ts'
import { held } from './json.ts'
import { fieldId, fieldName } from './names.ts'
import type { Problem } from './problem.ts'
import { QuestionWrapper } from './questions/frame/field.tsx'
import { typeOf } from './questions/registry.ts'
import type { DrawnQuestion } from './step-rules.ts'
import type { SummaryValue } from './summary-value.ts'

/** An answer that another window has saved since this page was rendered. */
export type Conflict = { readonly questionId: string; readonly theirs: SummaryValue }

type StepQuestionsProps = {
  /** A step as `findStep` gives it. */
  readonly step: Step
  /** What is drawn, those too that the browser may show; the step's questions alone when absent. */
  readonly drawn?: readonly DrawnQuestion[]
  readonly typed: TypedValues
  readonly facts: Facts
  readonly problems: readonly Problem[]
  readonly conflicts?: readonly Conflict[]
}

/** The questions of a step, to stand inside the page's form. */
export function StepQuestions({ step, drawn, typed, facts, problems, conflicts = [] }: StepQuestionsProps) {
  const all = drawn ?? step.questions.map((question) => ({ question, isShown: true, canChange: false }))
  return (
    <>
      {all.map(({ question, isShown, canChange }) => {
        const { Field } = typeOf(question)
        const theirs = conflicts.find(({ questionId }) => questionId === question.id)?.theirs
        return (
          <QuestionWrapper
            key={question.id}
            question={question}
            isShown={isShown}
            canChange={canChange}
            theirs={theirs}
          >
            <Field
              question={question}
              name={fieldName(question.id)}
              id={fieldId(question.id)}
              typed={held(typed, question.id)}
              problems={problems.filter(({ questionId }) => questionId === question.id)}
              facts={facts}
            />
          </QuestionWrapper>
        )
      })}
    </>
  )
}
