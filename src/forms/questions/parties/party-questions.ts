import { fromCatalogue } from '../../../platform/texts/localized.ts'
import type { Question } from '../../question.ts'
import { identity } from '../identity/type.ts'
import { text } from '../text/type.ts'
import type { PartiesQuestion } from './settings.ts'

/** The question that names a row in the list. */
export const nameQuestion = 'name'

/** The question that says who somebody is. */
export const identityQuestion = 'identity'

const known = new WeakMap<PartiesQuestion, readonly Question[]>()

/**
 * What is asked of each party. Nobody is shut out for want of an e-mail address: it is where they are told of the application, if they have one.
 * The list is made once for a question, since what is read of a row is kept by it.
 */
export function partyQuestions(question: PartiesQuestion): readonly Question[] {
  const made = known.get(question)
  if (made) return made
  const { minAge } = question
  const questions = [
    text.schema.parse({
      id: nameQuestion,
      type: text.type,
      label: fromCatalogue('forms.parties.name'),
      mandatory: true,
      maxLength: 120,
    }),
    identity.schema.parse({
      id: identityQuestion,
      type: identity.type,
      label: fromCatalogue('forms.identity.number'),
      help: fromCatalogue('forms.identity.number-help'),
      mandatory: true,
      notOneself: true,
      ...(minAge !== undefined && { minAge }),
    }),
    text.schema.parse({
      id: 'email',
      type: text.type,
      label: fromCatalogue('forms.parties.email'),
      help: fromCatalogue('forms.parties.email-help'),
      format: 'email',
    }),
  ]
  known.set(question, questions)
  return questions
}
