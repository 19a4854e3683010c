import type { Facts } from '../../facts.ts'
import { readIdentityNumber } from '../../formats/identity-number.ts'
import { partId } from '../../names.ts'
import { cleanLine } from '../../plain-text.ts'
import type { AnswerProblem } from '../../problem.ts'
import { answer, nothing, type Parsed, wrong } from '../../question-type.ts'
import { readDate } from '../date/typed-date.ts'
import { provisionalProblem } from '../text/formats.ts'
import { type IdentityAnswer, isYounger } from './answer.ts'
import type { IdentityQuestion } from './settings.ts'
import type { TypedIdentity } from './typed.ts'

/** The part that is the first box of the day of birth. */
export const birthPart = 'birth'

/** Reads who somebody is. Whoever ticks that there is no number gives the day of birth instead. */
export function readIdentity(typed: TypedIdentity, question: IdentityQuestion, facts: Facts): Parsed<IdentityAnswer> {
  const number = cleanLine(typed.number)
  if (typed.none === 'yes') {
    return number === '' ? readBirth(typed, question, facts) : wrong({ key: 'forms.problem.identity-both' })
  }
  if (number === '') return nothing
  const read = readIdentityNumber(number, facts.today)
  if (read === undefined) return wrong({ key: provisionalProblem(number) ?? 'forms.problem.identity-number' })
  if (question.notOneself && read === facts.ownNumber) return wrong({ key: 'forms.problem.oneself' })
  return oldEnough({ number: read }, question, facts)
}

function readBirth({ birth }: TypedIdentity, question: IdentityQuestion, facts: Facts): Parsed<IdentityAnswer> {
  const read = readDate(birth)
  if (read.kind === 'nothing') return wrong(ofBirth({ key: 'forms.missing.date' }))
  if (read.kind === 'wrong') return wrong(ofBirth(read.problem))
  if (read.iso > facts.today) {
    return wrong(ofBirth({ key: 'forms.problem.too-late', values: { max: { date: facts.today } } }))
  }
  return oldEnough({ birthDate: read.iso }, question, facts)
}

function oldEnough(identity: IdentityAnswer, { minAge }: IdentityQuestion, { today }: Facts): Parsed<IdentityAnswer> {
  if (minAge === undefined || !isYounger(identity, { minAge, today })) return answer(identity)
  const problem: AnswerProblem = { key: 'forms.problem.person-too-young', values: { age: minAge } }
  return wrong(identity.birthDate === undefined ? problem : { ...problem, part: birthPart })
}

/** A problem of the boxes for the day of birth, which have a label of their own. */
const ofBirth = ({ part, values, ...problem }: AnswerProblem): AnswerProblem => ({
  ...problem,
  part: part === undefined ? birthPart : partId(birthPart, part),
  values: { label: { key: 'forms.identity.birth-date' }, ...values },
})
