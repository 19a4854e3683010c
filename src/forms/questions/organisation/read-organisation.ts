import type { Facts } from '../../facts.ts'
import { readPostalCode } from '../../formats/postal-code.ts'
import { cleanLine } from '../../plain-text.ts'
import type { AnswerProblem } from '../../problem.ts'
import { answer, nothing, type Parsed, wrong } from '../../question-type.ts'
import { provisionalProblem } from '../text/formats.ts'
import type { OrganisationAnswer } from './answer.ts'
import {
  formOf,
  nothingTyped,
  type OrganisationQuestion,
  otherChoice,
  type Standing,
  standingOf,
  type TypedOrganisation,
} from './standing.ts'

/** The longest line that can be typed, in characters: longer than any real name or street. */
const longestLine = 200

type Part = 'name' | 'street' | 'postalCode' | 'city' | 'role'

/** Makes the organisation of what was typed, what the person has in "Mina organisationer" and what the register knows. */
export function readOrganisation(
  typed: TypedOrganisation,
  question: OrganisationQuestion,
  facts: Facts,
): Parsed<OrganisationAnswer> {
  const lines = cleaned(typed)
  if (Object.values(lines).every((line) => line === '')) return nothing
  const standing = standingOf(lines, question, facts)
  const { chosen, number, firm, lookUp } = standing
  const known = firm?.address ?? chosen?.address
  const name = firm?.name ?? chosen?.name ?? lines.name
  const role = lines.role || (chosen?.role ?? '')
  const which = whichProblems(lines, question, standing)
  // The register may tell the rest, once it can be asked.
  const isUnknown = which.length > 0 && question.register
  const problems = [
    ...which,
    ...(name || isUnknown || standing.firms.length > 1 ? [] : [missing('name')]),
    ...(known || isUnknown || question.address === 'hidden'
      ? []
      : addressProblems(lines, question.address === 'mandatory')),
    ...(question.role === 'mandatory' && !role ? [missing('role')] : []),
    ...tooLong(lines),
  ]
  if (problems.length > 0) return wrong(...problems)
  const address = question.address === 'hidden' ? undefined : (known ?? typedAddress(lines))
  const form = formOf(standing)
  return answer({
    ...(number && { number }),
    name,
    ...(form && { form }),
    ...(firm?.formName && { formName: firm.formName }),
    ...(address && { address }),
    ...(question.role !== 'hidden' && role && { role }),
    ...(firm?.active !== undefined && { active: firm.active }),
    ...(firm && firm.proceedings.length > 0 && { proceedings: firm.proceedings }),
    ...(firm && lookUp && { fetched: { at: lookUp.at, from: 'company-register' as const } }),
  })
}

const cleaned = (typed: TypedOrganisation): TypedOrganisation => ({
  choice: typed.choice,
  number: cleanLine(typed.number),
  firm: cleanLine(typed.firm),
  name: cleanLine(typed.name),
  street: cleanLine(typed.street),
  postalCode: cleanLine(typed.postalCode),
  city: cleanLine(typed.city),
  role: cleanLine(typed.role),
})

/** What is wrong with the choice, the number, or with which firm is meant. */
function whichProblems(
  typed: TypedOrganisation,
  question: OrganisationQuestion,
  { own, chosen, number, firms, firm }: Standing,
): readonly AnswerProblem[] {
  if (!chosen) {
    const isUnknown = typed.choice !== '' && typed.choice !== otherChoice
    if (isUnknown && own.length > 0) return [{ key: 'forms.problem.unknown-option' }]
    // Without own organisations to choose among, the number is the question's first control.
    const part = own.length > 0 ? { part: 'number' } : {}
    const label = { key: 'forms.organisation.number' } as const
    if (typed.number && !number)
      return [{ ...part, key: provisionalProblem(typed.number) ?? 'forms.problem.business-number', values: { label } }]
    if (question.number === 'mandatory' && !number) return [{ ...part, key: 'forms.missing.text', values: { label } }]
  }
  if (firms.length > 1 && !firm) return [{ part: 'firm', key: 'forms.problem.choose-firm' }]
  return []
}

function addressProblems(typed: TypedOrganisation, mandatory: boolean): readonly AnswerProblem[] {
  const { street, postalCode, city } = typed
  if (!mandatory && !street && !postalCode && !city) return []
  const wrongCode = postalCode !== '' && readPostalCode(postalCode) === undefined
  return [
    ...(street ? [] : [missing('street')]),
    ...(postalCode ? [] : [missing('postalCode')]),
    ...(wrongCode
      ? [{ part: 'postalCode', key: 'forms.problem.postal-code' as const, values: { label: labelOf('postalCode') } }]
      : []),
    ...(city ? [] : [missing('city')]),
  ]
}

function typedAddress({ street, postalCode, city }: TypedOrganisation): OrganisationAnswer['address'] | undefined {
  const code = readPostalCode(postalCode)
  return street && code && city ? { street, postalCode: code, city } : undefined
}

const labelOf = (part: Part) => ({ key: `forms.organisation.${part}` }) as const

const missing = (part: Part): AnswerProblem => ({
  part,
  key: 'forms.missing.text',
  values: { label: labelOf(part) },
})

const tooLong = (typed: TypedOrganisation): readonly AnswerProblem[] =>
  (['name', 'street', 'city', 'role'] as const)
    .filter((part) => typed[part].length > longestLine)
    .map((part) => ({
      part,
      key: 'forms.problem.too-long' as const,
      values: { label: labelOf(part), max: longestLine, count: typed[part].length },
    }))

/** What somebody would have typed to give this answer, without knowing their own organisations. */
export const typedFrom = ({ number, name, address, role }: OrganisationAnswer): TypedOrganisation => ({
  ...nothingTyped,
  choice: otherChoice,
  number: number ?? '',
  firm: name,
  name,
  street: address ? [...(address.careOf ? [`c/o ${address.careOf}`] : []), address.street].join(', ') : '',
  postalCode: address?.postalCode ?? '',
  city: address?.city ?? '',
  role: role ?? '',
})
