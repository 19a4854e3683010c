import { z } from 'zod'
import { readEmail } from '../../forms/formats/email.ts'
import { organisationNumberInWords, readBusinessNumber } from '../../forms/formats/organisation-number.ts'
import { phoneInWords, readPhone } from '../../forms/formats/phone.ts'
import { readPostalCode } from '../../forms/formats/postal-code.ts'
import { cleanLine } from '../../forms/plain-text.ts'
import type { TextKey } from '../../platform/texts/catalogue.ts'
import { longestLine, type Organisation, OrganisationDetails } from '../model.ts'
import type { RegisteredOrganisation } from '../register/company-register.ts'

const Typed = z.string().catch('')

/** An organisation as posted: whatever was typed, and which button was pressed. */
export const PostedOrganisation = z.object({
  number: Typed,
  name: Typed,
  careOf: Typed,
  street: Typed,
  postalCode: Typed,
  city: Typed,
  role: Typed,
  email: Typed,
  phone: Typed,
  action: Typed,
})

export type PostedOrganisation = z.infer<typeof PostedOrganisation>

export type OrganisationField = Exclude<keyof PostedOrganisation, 'action'>

/** What is wrong, by the name of its field. */
export type OrganisationProblems = Partial<Readonly<Record<OrganisationField, TextKey>>>

/** The form before anything has been typed. */
export const emptyForm: PostedOrganisation = PostedOrganisation.parse({})

/** The form of an organisation that is to be changed. */
export const typedFrom = (organisation: Organisation): PostedOrganisation => ({
  ...emptyForm,
  number: organisation.number ? organisationNumberInWords(organisation.number) : '',
  name: organisation.name,
  ...addressTyped(organisation.address),
  role: organisation.role ?? '',
  email: organisation.email ?? '',
  phone: organisation.phone ? phoneInWords(organisation.phone) : '',
})

/** The form with what the register told in place of what was typed. */
export const withRegistered = (
  typed: PostedOrganisation,
  { name, address }: RegisteredOrganisation,
): PostedOrganisation => ({ ...typed, name, ...(address ? addressTyped(address) : {}) })

const addressTyped = (address: Organisation['address']) => ({
  careOf: address?.careOf ?? '',
  street: address?.street ?? '',
  postalCode: address?.postalCode ?? '',
  city: address?.city ?? '',
})

/** What was typed as a number; undefined when it can't be one. `today` is `YYYY-MM-DD`. */
export const numberTyped = ({ number }: PostedOrganisation, today: string): string | undefined =>
  readBusinessNumber(number, today)

type Checked =
  | { readonly ok: true; readonly details: OrganisationDetails }
  | { readonly ok: false; readonly problems: OrganisationProblems }

/** Checks what was typed. Only the name must be there; of an address either all or nothing. */
export function checkOrganisation(posted: PostedOrganisation, today: string): Checked {
  const typed = cleaned(posted)
  const hasAddress = [typed.careOf, typed.street, typed.postalCode, typed.city].some(Boolean)
  const number = numberTyped(typed, today)
  const email = readEmail(typed.email)
  const phone = readPhone(typed.phone)
  const postalCode = readPostalCode(typed.postalCode)
  const problems: OrganisationProblems = {
    ...(typed.number && !number ? { number: 'organisations.form.number-problem' as const } : {}),
    ...(typed.name ? {} : { name: 'organisations.form.name-problem' as const }),
    ...(hasAddress && !typed.street ? { street: 'organisations.form.street-problem' as const } : {}),
    ...(hasAddress && !postalCode ? { postalCode: 'organisations.form.postal-code-problem' as const } : {}),
    ...(hasAddress && !typed.city ? { city: 'organisations.form.city-problem' as const } : {}),
    ...(typed.email && !email ? { email: 'organisations.form.email-problem' as const } : {}),
    ...(typed.phone && !phone ? { phone: 'organisations.form.phone-problem' as const } : {}),
    ...tooLong(typed),
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  const { careOf, street, city } = typed
  return {
    ok: true,
    details: OrganisationDetails.parse({
      number,
      name: typed.name,
      address: hasAddress ? { ...(careOf && { careOf }), street, postalCode, city } : undefined,
      role: typed.role || undefined,
      email,
      phone,
    }),
  }
}

const cleaned = (posted: PostedOrganisation): PostedOrganisation =>
  PostedOrganisation.parse(Object.fromEntries(Object.entries(posted).map(([name, text]) => [name, cleanLine(text)])))

function tooLong(typed: PostedOrganisation): OrganisationProblems {
  const lines = ['name', 'careOf', 'street', 'city', 'role'] as const
  const long = lines.filter((name) => typed[name].length > longestLine)
  return Object.fromEntries(long.map((name) => [name, 'organisations.form.too-long' as const]))
}
