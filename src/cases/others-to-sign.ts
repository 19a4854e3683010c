import type { Service } from '../catalogue/public.ts'
import type { Answers } from '../forms/answers.ts'
import { isSameJson } from '../forms/canonical-json.ts'
import type { Facts } from '../forms/facts.ts'
import { held } from '../forms/json.ts'
import { ChildAnswer } from '../forms/questions/child/answer.ts'
import { type NamedParty, namedParties } from '../signing/public.ts'

type Answered = {
  readonly service: Pick<Service, 'definition'>
  readonly answers: Answers
  readonly facts: Facts
  /** It supplements a case. */
  readonly isSupplement: boolean
}

/**
 * Who signs what is sent besides the applicant; undefined where nobody signs, not the applicant either. `not-known` when a register doesn't tell (any
 * more) who they are: what supplements a case has been validated by what it told then.
 */
export function othersToSign({
  service,
  answers,
  facts,
  isSupplement,
}: Answered): readonly NamedParty[] | 'not-known' | undefined {
  const { form, signing } = service.definition
  if (!signing || (isSupplement && signing.supplements === 'nobody')) return undefined
  if (isSupplement && signing.supplements === 'applicant') return []
  const isKnown = signing.others.every(({ from, question }) => {
    const child = ChildAnswer.safeParse(from === 'guardians' ? held(answers, question) : undefined)
    return !child.success || facts.children?.some(({ id, otherGuardians }) => id === child.data.id && otherGuardians)
  })
  return isKnown ? namedParties(signing, { form, answers, facts }) : 'not-known'
}

/** Whether two lists name the same people in the same parts: how they are reached doesn't matter. */
export const areSameParties = (some: readonly NamedParty[], others: readonly NamedParty[]): boolean =>
  isSameJson(some.map(whoItIs), others.map(whoItIs))

const whoItIs = ({ role, name, identity }: NamedParty) => ({ role, name, ...identity })
