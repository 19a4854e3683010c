import { z } from 'zod'
import type { SigningSettings } from '../catalogue/public.ts'
import type { Answers } from '../forms/answers.ts'
import { canonicalJson } from '../forms/canonical-json.ts'
import type { FormDefinition } from '../forms/definition.ts'
import type { Facts } from '../forms/facts.ts'
import { held } from '../forms/json.ts'
import { ChildAnswer } from '../forms/questions/child/answer.ts'
import { IdentityAnswer } from '../forms/questions/identity/answer.ts'
import type { NamedParty } from './model.ts'

type Named = Omit<NamedParty, 'position'>

/** What a question about others who take part has been answered with. */
const PartiesAnswer = z.array(z.object({ name: z.string(), identity: IdentityAnswer, email: z.string().optional() }))

/**
 * Who is to sign beside the applicant, in their order: the child's other guardians by the register, and those who are named in the form. Somebody who is named
 * twice signs once. Throws where the facts don't tell of a child that the answers are about: they were validated by other facts.
 */
export function namedParties(
  signing: Pick<SigningSettings, 'others'>,
  given: { readonly form: FormDefinition; readonly answers: Answers; readonly facts: Pick<Facts, 'children'> },
): readonly NamedParty[] {
  const named = signing.others.flatMap((source): readonly Named[] => {
    const answer = held(given.answers, source.question)
    if (answer === undefined) return []
    return source.from === 'guardians'
      ? guardiansOf(ChildAnswer.parse(answer), given.facts)
      : PartiesAnswer.parse(answer).map((row) => rowOf(row, source.role))
  })
  const seen = new Set<string>()
  return named
    .filter(({ identity, name }) => {
      const who = canonicalJson('born' in identity ? { ...identity, name: name.toLocaleLowerCase('sv') } : identity)
      return !seen.has(who) && seen.add(who)
    })
    .map((party, index) => ({ ...party, position: index + 1 }))
}

function guardiansOf({ id }: ChildAnswer, { children }: Pick<Facts, 'children'>): readonly Named[] {
  const others = children?.find((child) => child.id === id)?.otherGuardians
  if (!others) throw new Error('The child’s other guardians are not known')
  return others.map(({ name, number }) => ({
    role: 'guardian',
    name,
    identity: { scheme: 'swedish-number', number },
    contact: {},
  }))
}

function rowOf(
  { name, identity, email }: z.infer<typeof PartiesAnswer>[number],
  role: 'co-applicant' | 'signatory',
): Named {
  return { role, name, identity: whoIs(identity), contact: email ? { email } : {} }
}

function whoIs({ number, birthDate }: z.infer<typeof IdentityAnswer>): Named['identity'] {
  if (number !== undefined) return { scheme: 'swedish-number', number }
  if (birthDate !== undefined) return { born: birthDate }
  throw new Error('Nothing says who a party is')
}
