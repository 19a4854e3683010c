import type { FormShape } from '../form.ts'
import type { Question } from '../question.ts'
import { typeOf } from '../questions/registry.ts'
import { cellScope, type RuleFault } from '../rule-faults.ts'
import type { Expression } from '../rules/expression.ts'
import { withPartyQuestions } from './places.ts'
import { possibleIn } from './possible.ts'

/** Steps that nobody can ever reach and questions that nobody can ever see, whatever is answered. The form's expressions have been checked. */
export function neverShown(form: FormShape): readonly RuleFault[] {
  const isPossible = possibleIn(form)
  // What a party answers may open further questions for that party.
  const isPossibleForParty = possibleIn(withPartyQuestions(form))
  return form.steps.flatMap((step, index): readonly RuleFault[] => {
    const path = ['steps', index]
    const ofStep = step.when === undefined ? [] : [step.when]
    if (ofStep.length > 0 && !isPossible(ofStep))
      return [{ path: [...path, 'when'], message: 'can never hold, so that nobody reaches the step' }]
    return step.questions.flatMap((question, at): readonly RuleFault[] => {
      const { when, filledInBy } = question
      const place = [...path, 'questions', at]
      const shownWhen = when === undefined ? ofStep : [...ofStep, when]
      const isShown = filledInBy === 'party' ? isPossibleForParty : isPossible
      return when === undefined || isShown(shownWhen)
        ? cellsNeverShown(question, { place, shownWhen, isPossible })
        : [{ path: [...place, 'when'], message: 'can never hold, so that nobody sees the question' }]
    })
  })
}

type Group = {
  readonly place: readonly (string | number)[]
  readonly shownWhen: readonly Expression[]
  readonly isPossible: ReturnType<typeof possibleIn>
}

/** The same of the questions in its rows. */
function cellsNeverShown(question: Question, { place, shownWhen, isPossible }: Group): readonly RuleFault[] {
  const { inner } = typeOf(question)
  if (!inner) return []
  const cells = inner.of(question)
  return cells.flatMap(({ when }, index): readonly RuleFault[] => {
    if (when === undefined || isPossible([...shownWhen, when], cellScope(cells))) return []
    const path = [...place, inner.setting, index, 'when']
    return [{ path, message: 'can never hold, so that nobody sees the question in any row' }]
  })
}
