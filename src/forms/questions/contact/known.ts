import type { Texts } from '../../../platform/texts/texts.ts'
import type { Facts } from '../../facts.ts'
import type { QuestionWith } from '../../question.ts'
import type { ContactAnswer } from './answer.ts'
import type { contactSettings } from './settings.ts'

export type ContactQuestion = QuestionWith<typeof contactSettings>

type Known = Pick<ContactAnswer, 'name' | 'address' | 'fetched'>

/** What is known of the person and wanted by the question. Empty for a visitor, and for somebody whose facts are not given out. */
export function known({ name, address }: ContactQuestion, { person }: Facts): Known {
  const wanted: Known = {
    ...(person?.name !== undefined && name !== 'hidden' ? { name: person.name } : {}),
    ...(person?.address && address === 'shown' ? { address: person.address } : {}),
  }
  const any = wanted.name !== undefined || wanted.address !== undefined
  return any && person?.fetched ? { ...wanted, fetched: person.fetched } : wanted
}

/** Where name and address come from and when, as a sentence. */
export function provenance({ fetched }: Known, { t, format }: Texts): string | undefined {
  if (!fetched) return undefined
  const when = format.dateTime(new Date(fetched.at))
  return t(fetched.from === 'login' ? 'forms.contact.from-login' : 'forms.contact.from-register', { when })
}
