import type { ComponentChildren } from 'preact'
import type { Texts } from '../../../platform/texts/texts.ts'
import { Icon } from '../../../ui/icon.tsx'
import { type AnswerProblem, problemText } from '../../problem.ts'
import type { Question } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'

/** The words around a control: what every field of the design system takes. */
export type Labels = {
  readonly name: string
  readonly id: string
  readonly label: string
  readonly help?: ComponentChildren
  readonly problem: string | undefined
  readonly mandatory: boolean
}

/** The words around a question that is one control (or one group of them). */
export function labels({ question, name, id, problems }: FieldProps<unknown, Question>, texts: Texts): Labels {
  return {
    name,
    id,
    label: texts.pick(question.label),
    ...helpOf(question, texts),
    problem: firstProblem(question, problems, texts),
    mandatory: question.mandatory,
  }
}

/**
 * Help and example of a question, what else is to be said beside it, and that other parties don't see the answer, one below the other; no
 * property when there is nothing.
 */
export function helpOf(
  question: Question,
  texts: Texts,
  ...more: readonly string[]
): { readonly help?: ComponentChildren } {
  const lines = [
    ...(question.help ? [texts.pick(question.help)] : []),
    ...(question.example ? [texts.t('forms.example', { example: texts.pick(question.example) })] : []),
    ...more,
  ]
  if (lines.length === 0 && !question.hiddenFromParties) return {}
  return {
    help: (
      <>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {question.hiddenFromParties ? (
          <p class="hidden-mark">
            <Icon name="lock" /> {texts.t('forms.hidden-from-parties')}
          </p>
        ) : null}
      </>
    ),
  }
}

/** What is said beside a control: the first thing that is wrong with it. */
export function firstProblem(question: Question, problems: readonly AnswerProblem[], texts: Texts): string | undefined {
  const [first] = problems
  return first && problemText(question, first, texts)
}
