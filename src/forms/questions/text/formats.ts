import type { TextKey } from '../../../platform/texts/catalogue.ts'
import { readEmail } from '../../formats/email.ts'
import { bankgiroInWords, plusgiroInWords, readBankgiro, readPlusgiro } from '../../formats/giro.ts'
import { ibanInWords, readIban } from '../../formats/iban.ts'
import { identityNumberInWords, provisionalNumber, readIdentityNumber } from '../../formats/identity-number.ts'
import {
  organisationNumberInWords,
  readBusinessNumber,
  readOrganisationNumber,
} from '../../formats/organisation-number.ts'
import { phoneInWords, readPhone } from '../../formats/phone.ts'
import { readPostalCode } from '../../formats/postal-code.ts'
import { readRegistrationPlate } from '../../formats/registration-plate.ts'

/** A way of writing that an answer is held to. */
export type TextFormat = {
  /** The answer as it is stored; undefined when it isn't one. `today` is a day, `YYYY-MM-DD`. */
  readonly read: (line: string, today: string) => string | undefined
  /** A stored answer as people read it; `read` takes it back. */
  readonly inWords?: (stored: string) => string
  readonly problem: TextKey
  /** A closer word for what was written instead; undefined when there is none. */
  readonly closer?: (line: string) => ProvisionalProblem | undefined
  /** The box in which it is typed. */
  readonly box: {
    readonly type?: 'email' | 'tel'
    readonly inputmode?: 'email' | 'tel' | 'numeric'
    readonly width: 's' | 'm' | 'full'
  }
  /** True when the answer says who somebody is: such an answer is never among those that staff search by. */
  readonly personal?: boolean
}

/** What is said of numbers that look like identity numbers and are none. */
export const provisionalProblems = {
  interim: 'forms.problem.interim-number',
  reserve: 'forms.problem.reserve-number',
} as const

type ProvisionalProblem = (typeof provisionalProblems)[keyof typeof provisionalProblems]

/** What is said of a number that is given out for a while, in a school or in the care; undefined for every other line. */
export const provisionalProblem = (line: string): ProvisionalProblem | undefined => {
  const kind = provisionalNumber(line)
  return kind && provisionalProblems[kind]
}

export const formatNames = [
  'email',
  'phone',
  'postal-code',
  'identity-number',
  'organisation-number',
  'business-number',
  'registration-plate',
  'iban',
  'bankgiro',
  'plusgiro',
] as const

/** The formats by their names in definitions. */
export const formats: Readonly<Record<(typeof formatNames)[number], TextFormat>> = {
  email: { read: readEmail, problem: 'forms.problem.email', box: { type: 'email', inputmode: 'email', width: 'full' } },
  phone: {
    read: readPhone,
    inWords: phoneInWords,
    problem: 'forms.problem.phone',
    box: { type: 'tel', inputmode: 'tel', width: 'm' },
  },
  'postal-code': {
    read: readPostalCode,
    problem: 'forms.problem.postal-code',
    box: { inputmode: 'numeric', width: 's' },
  },
  // No numeric keyboard: on phones it lacks the hyphen and the plus that tell a century.
  'identity-number': {
    read: readIdentityNumber,
    inWords: identityNumberInWords,
    problem: 'forms.problem.identity-number',
    closer: provisionalProblem,
    box: { width: 's' },
    personal: true,
  },
  'organisation-number': {
    read: readOrganisationNumber,
    inWords: organisationNumberInWords,
    problem: 'forms.problem.organisation-number',
    box: { width: 's' },
  },
  'business-number': {
    read: readBusinessNumber,
    inWords: organisationNumberInWords,
    problem: 'forms.problem.business-number',
    closer: provisionalProblem,
    box: { width: 's' },
    personal: true,
  },
  'registration-plate': {
    read: readRegistrationPlate,
    problem: 'forms.problem.registration-plate',
    box: { width: 's' },
  },
  iban: { read: readIban, inWords: ibanInWords, problem: 'forms.problem.iban', box: { width: 'm' } },
  bankgiro: { read: readBankgiro, inWords: bankgiroInWords, problem: 'forms.problem.bankgiro', box: { width: 's' } },
  plusgiro: { read: readPlusgiro, inWords: plusgiroInWords, problem: 'forms.problem.plusgiro', box: { width: 's' } },
}
