import type { FormShape } from '../form.ts'
import type { RuleFault } from '../rule-faults.ts'
import { possibleIn } from './possible.ts'

/** Steps that nobody can ever reach and questions that nobody can ever see, whatever is answered. The form's expressions have been checked. */
export function neverShown(form: FormShape): readonly RuleFault[] {
  const isPossible = possibleIn(form)
  return form.steps.flatMap((step, index): readonly RuleFault[] => {
    const path = ['steps', index]
    const ofStep = step.when === undefined ? [] : [step.when]
    if (ofStep.length > 0 && !isPossible(ofStep))
      return [{ path: [...path, 'when'], message: 'can never hold, so that nobody reaches the step' }]
    return step.questions.flatMap(({ when, filledInBy }, at): readonly RuleFault[] =>
      // What a party answers may open further questions for that party.
      when === undefined || filledInBy === 'party' || isPossible([...ofStep, when])
        ? []
        : [
            {
              path: [...path, 'questions', at, 'when'],
              message: 'can never hold, so that nobody sees the question',
            },
          ],
    )
  })
}
