import { z } from 'zod'
import type { CompanyLookUp, Facts, OrganisationFacts, RegisteredFirm } from '../../facts.ts'
import { readBusinessNumber } from '../../formats/organisation-number.ts'
import type { QuestionWith } from '../../question.ts'
import { type LegalForm, legalFormOf } from './legal-form.ts'
import type { organisationSettings } from './settings.ts'

export type OrganisationQuestion = QuestionWith<typeof organisationSettings>

/** What was typed or chosen: `choice` is the id of an own organisation or `other`, `firm` the name of one of several on a number. */
export const TypedOrganisation = z
  .object({
    choice: z.string(),
    number: z.string(),
    firm: z.string(),
    name: z.string(),
    street: z.string(),
    postalCode: z.string(),
    city: z.string(),
    role: z.string(),
  })
  .readonly()

export type TypedOrganisation = z.infer<typeof TypedOrganisation>

export const nothingTyped: TypedOrganisation = {
  choice: '',
  number: '',
  firm: '',
  name: '',
  street: '',
  postalCode: '',
  city: '',
  role: '',
}

/** The choice of an organisation that isn't one's own. */
export const otherChoice = 'other'

/** Where the person stands: which organisation is meant, as far as it is known, and what the register said of it. */
export type Standing = {
  /** The own organisations that can be chosen. */
  readonly own: readonly OrganisationFacts[]
  readonly chosen: OrganisationFacts | undefined
  /** 10 or 12 digits. */
  readonly number: string | undefined
  readonly lookUp: CompanyLookUp | undefined
  /** Every firm that the register has on the number. */
  readonly firms: readonly RegisteredFirm[]
  /** The firm that is meant; undefined while it isn't known which of several. */
  readonly firm: RegisteredFirm | undefined
}

/** Finds out where the person stands from what was typed and what is known. */
export function standingOf(typed: TypedOrganisation, question: OrganisationQuestion, facts: Facts): Standing {
  const own = (question.own && facts.organisations) || []
  const chosen = own.find(({ id }) => id === typed.choice)
  const number = chosen ? chosen.number : readBusinessNumber(typed.number, facts.today)
  const lookUp = question.register && number ? facts.companyLookUps?.find((done) => done.number === number) : undefined
  const firms = lookUp?.answer.kind === 'found' ? lookUp.answer.organisations : []
  const meant = typed.firm || chosen?.name
  const firm = firms.length > 1 ? firms.find(({ name }) => name === meant) : firms[0]
  return { own, chosen, number, lookUp, firms, firm }
}

/** The group of legal forms: what the register says, else what the person has written down, else what the number speaks of. */
export const formOf = ({ firm, chosen, number }: Standing): LegalForm | undefined =>
  firm?.form ?? chosen?.form ?? (number === undefined ? undefined : legalFormOf(number))
