import type { Answers } from '../forms/answers.ts'
import { type FormDefinition, questionsOf } from '../forms/definition.ts'
import { held } from '../forms/json.ts'
import { ContactAnswer } from '../forms/questions/contact/answer.ts'

/** Who sent, and where they can be reached, as they answered; what they didn't tell is undefined. */
export type CaseContact = { readonly name: string | undefined; readonly email: string | undefined }

/** The contact details among a form's answers: of each the first that was given. */
export function contactIn(form: FormDefinition, answers: Answers): CaseContact {
  const given = questionsOf(form).flatMap((question) => {
    const read = ContactAnswer.safeParse(question.type === 'contact' ? held(answers, question.id) : undefined)
    return read.success ? [read.data] : []
  })
  const first = (part: 'name' | 'email') => given.find((contact) => contact[part] !== undefined)?.[part]
  return { name: first('name'), email: first('email') }
}
