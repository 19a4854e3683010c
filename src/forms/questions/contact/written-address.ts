import type { Facts } from '../../facts.ts'
import { readPostalCode } from '../../formats/postal-code.ts'
import { cleanLine } from '../../plain-text.ts'
import type { AnswerProblem } from '../../problem.ts'
import type { WrittenAddress } from './answer.ts'
import type { ContactQuestion } from './known.ts'
import { type AddressPart, addressParts, emptyAddress, type TypedAddress, type TypedContact } from './typed.ts'

/** The longest line that can be typed, in characters: longer than any real street. */
const longestLine = 200

/**
 * Whether the person may write an address: one is wanted, and no register has told any, as of somebody who lives abroad or has no Swedish number,
 * or while the register is down. Not where no name is given out either: so it is for a protected person, who must not be led to write theirs (B1.4).
 */
export const mayWriteAddress = ({ address }: ContactQuestion, { person }: Facts): boolean =>
  address === 'shown' && person?.name !== undefined && person.address === undefined

/** An address that was written; undefined when none was, or may be. */
export function readWrittenAddress(
  typed: TypedContact,
  question: ContactQuestion,
  facts: Facts,
): { readonly address: WrittenAddress | undefined; readonly problems: readonly AnswerProblem[] } {
  const { street, postalCode, city, country } = clean(typed.address ?? emptyAddress)
  if (!mayWriteAddress(question, facts) || !(street || postalCode || city || country)) {
    return { address: undefined, problems: [] }
  }
  const isAbroad = !/^(sverige|sweden|se)?$/i.test(country)
  const problems = [
    ...(street ? [] : [missing('street')]),
    ...(isAbroad ? [] : swedishCodeProblems(postalCode)),
    ...(city ? [] : [missing('city')]),
    ...tooLong({ street, postalCode, city, country }),
  ]
  if (problems.length > 0) return { address: undefined, problems }
  // Not every country has postal codes, and no two write them alike.
  const code = isAbroad ? postalCode : readPostalCode(postalCode)
  return { address: { street, ...(code && { postalCode: code }), city, ...(isAbroad && { country }) }, problems }
}

function swedishCodeProblems(postalCode: string): readonly AnswerProblem[] {
  if (postalCode === '') return [missing('postalCode')]
  const values = { label: labelOf('postalCode') }
  return readPostalCode(postalCode) ? [] : [{ part: 'postalCode', key: 'forms.problem.postal-code', values }]
}

const labelOf = (part: AddressPart) => ({ key: `forms.contact.${part}` }) as const

const missing = (part: AddressPart): AnswerProblem => ({
  part,
  key: 'forms.missing.text',
  values: { label: labelOf(part) },
})

const tooLong = (typed: TypedAddress): readonly AnswerProblem[] =>
  addressParts
    .filter((part) => typed[part].length > longestLine)
    .map((part) => ({
      part,
      key: 'forms.problem.too-long' as const,
      values: { label: labelOf(part), max: longestLine, count: typed[part].length },
    }))

const clean = ({ street, postalCode, city, country }: TypedAddress): TypedAddress => ({
  street: cleanLine(street),
  postalCode: cleanLine(postalCode),
  city: cleanLine(city),
  country: cleanLine(country),
})
