import type { TypedValues } from '../answers.ts'
import type { FormDefinition } from '../definition.ts'
import { type FilledForm, fillForm } from '../filled.ts'
import { visibleQuestions } from '../navigation.ts'
import type { Example } from '../proof/finding.ts'
import { someDay } from '../proof/representatives.ts'
import { typedFor } from '../proof/typed-for.ts'
import { factsFrom } from '../proof/ways.ts'

/** A form filled in as an example says, by what somebody would type. Throws for an answer that can't be typed. */
export function answeredAs(form: FormDefinition, example: Example): FilledForm {
  const facts = factsFrom({ today: someDay, ...example.facts })
  let typed: TypedValues = {}
  for (const { question: id, value } of example.answers) {
    if (value === null) continue
    const question = visibleQuestions(fillForm(form, typed, facts)).find((visible) => visible.id === id)
    const answer = question && typedFor(question, value, facts)
    if (answer === undefined) throw new Error(`Nobody can answer ${id} with ${JSON.stringify(value)}`)
    typed = { ...typed, [id]: answer }
  }
  return fillForm(form, typed, facts)
}
