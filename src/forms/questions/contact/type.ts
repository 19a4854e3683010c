import { questionType } from '../../define-question-type.ts'
import { readEmail } from '../../formats/email.ts'
import { phoneInWords, readPhone } from '../../formats/phone.ts'
import { oneLine } from '../../paper-field.ts'
import { cleanLine } from '../../plain-text.ts'
import type { AnswerProblem } from '../../problem.ts'
import { answer, nothing, type SettingsFault, wrong } from '../../question-type.ts'
import { addressLine, ContactAnswer, writtenAddressLine } from './answer.ts'
import { ContactField } from './field.tsx'
import { newDetails } from './keep.ts'
import { type ContactQuestion, known, provenance } from './known.ts'
import { contactSettings } from './settings.ts'
import { emptyAddress, emptyContact, postedContact, TypedContact } from './typed.ts'
import { readWrittenAddress } from './written-address.ts'

/** How to reach the person: name and address as known, e-mail and phone as the person wants them for this case. */
export const contact = questionType({
  type: 'contact',
  settings: contactSettings,
  check: faults,
  needs: ['person'],
  typed: TypedContact,
  empty: emptyContact,
  answer: () => ContactAnswer,
  problems: [
    'forms.problem.email',
    'forms.problem.phone',
    'forms.problem.one-way',
    'forms.problem.postal-code',
    'forms.problem.too-long',
    'forms.missing.text',
  ],
  readPosted: (posted, name, _question, before) => postedContact(posted, name, before),
  // Whether it is to be kept for next time is no part of the answer.
  said: ({ name, email, phone, address }) => ({ name, email, phone, ...(address && { address }) }),
  prefill: ({ email, phone }, { person }) => {
    const filled: TypedContact = {
      name: '',
      email: email === 'hidden' ? '' : (person?.email ?? ''),
      phone: phone === 'hidden' || !person?.phone ? '' : phoneInWords(person.phone),
    }
    return filled.email || filled.phone ? filled : undefined
  },
  parse: (typed, question, facts) => {
    const name = question.name === 'hidden' || facts.person ? '' : cleanLine(typed.name)
    const email = question.email === 'hidden' ? '' : cleanLine(typed.email)
    const phone = question.phone === 'hidden' ? '' : cleanLine(typed.phone)
    const written = readWrittenAddress(typed, question, facts)
    const problems = [
      ...nameProblems(name, question, facts.person !== undefined),
      ...written.problems,
      ...wayProblems('email', { typed: email, right: readEmail(email) !== undefined, wanted: question.email }),
      ...wayProblems('phone', { typed: phone, right: readPhone(phone) !== undefined, wanted: question.phone }),
    ]
    if (problems.length > 0) return wrong(...problems)
    if (question.oneWay && !email && !phone) {
      return wrong({ part: question.email === 'hidden' ? 'phone' : 'email', key: 'forms.problem.one-way' })
    }
    const contact = {
      ...(name ? { name } : {}),
      ...known(question, facts),
      ...(written.address && { writtenAddress: written.address }),
      ...(email ? { email: readEmail(email) ?? email } : {}),
      ...(phone ? { phone: readPhone(phone) ?? phone } : {}),
    }
    return Object.keys(contact).length > 0 ? answer(contact) : nothing
  },
  // A name that was fetched was never typed.
  toTyped: ({ name = '', email = '', phone, writtenAddress, fetched }): TypedContact => ({
    name: fetched ? '' : name,
    email,
    phone: phone ? phoneInWords(phone) : '',
    ...(writtenAddress && { address: { ...emptyAddress, ...writtenAddress } }),
  }),
  keeps: (typed, question, facts) => (typed.keep === 'yes' ? newDetails(typed, question, facts) : {}),
  Field: ContactField,
  summarise: (contact, _question, texts) => {
    const { name, address, writtenAddress, email, phone } = contact
    const note = provenance(contact, texts)
    return {
      kind: 'pairs',
      pairs: [
        ...(name ? [{ label: texts.t('forms.contact.name'), value: name }] : []),
        ...(address ? [{ label: texts.t('forms.contact.address'), value: addressLine(address) }] : []),
        ...(writtenAddress
          ? [{ label: texts.t('forms.contact.written-address'), value: writtenAddressLine(writtenAddress) }]
          : []),
        ...(email ? [{ label: texts.t('forms.contact.email'), value: email }] : []),
        ...(phone ? [{ label: texts.t('forms.contact.phone'), value: phoneInWords(phone) }] : []),
      ],
      ...(note ? { note } : {}),
    }
  },
  paper: ({ name, address, email, phone }, { t }) => ({
    kind: 'parts',
    parts: [
      ...(name === 'hidden' ? [] : [{ label: t('forms.contact.name'), field: oneLine }]),
      ...(address === 'hidden' ? [] : [{ label: t('forms.contact.address'), field: oneLine }]),
      ...(email === 'hidden' ? [] : [{ label: t('forms.contact.email'), field: oneLine }]),
      ...(phone === 'hidden' ? [] : [{ label: t('forms.contact.phone'), field: oneLine }]),
    ],
  }),
})

/** The longest name that can be typed, in characters: longer than any real one. */
const longestName = 200

function nameProblems(name: string, question: ContactQuestion, loggedIn: boolean): readonly AnswerProblem[] {
  const label = { key: 'forms.contact.name' } as const
  if (name.length > longestName) {
    return [{ part: 'name', key: 'forms.problem.too-long', values: { label, max: longestName, count: name.length } }]
  }
  const missing = question.name === 'mandatory' && !loggedIn && name === ''
  return missing ? [{ part: 'name', key: 'forms.missing.text', values: { label } }] : []
}

type Way = { readonly typed: string; readonly right: boolean; readonly wanted: ContactQuestion['email'] }

function wayProblems(part: 'email' | 'phone', { typed, right, wanted }: Way): readonly AnswerProblem[] {
  const values = { label: { key: `forms.contact.${part}` } } as const
  if (typed !== '') return right ? [] : [{ part, key: `forms.problem.${part}`, values }]
  return wanted === 'mandatory' ? [{ part, key: 'forms.missing.text', values }] : []
}

function faults({ email, phone, oneWay }: ContactQuestion): readonly SettingsFault[] {
  const impossible = oneWay && email === 'hidden' && phone === 'hidden'
  return impossible ? [{ path: ['oneWay'], message: 'needs e-mail or phone, and both are hidden' }] : []
}
