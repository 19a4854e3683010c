import type { RuleParts, RuleValue } from '../rules/value.ts'
import { representatives, someDay } from './representatives.ts'
import type { Use } from './uses.ts'

/** Who may fill in a form, as far as the service that it belongs to has decided. */
export type Reader = {
  readonly login: 'required' | 'optional' | 'none'
  /** In whole years; nobody younger fills in the form. */
  readonly minimumAge?: number | undefined
  /** Nobody fills in the form who lives elsewhere. */
  readonly livesHere?: true | undefined
}

/** What may be known of who fills in a form, and whether that is every case that rules tell apart. */
type FactsToTry = { readonly facts: readonly RuleParts[]; readonly all: boolean }

/** Nobody has become older. */
const oldest = 120

/**
 * Facts that stand for all that can be known of a reader, as far as the uses of them tell them apart. A visitor's age and municipality are
 * never known; neither need be those of somebody who has logged in.
 */
export function factsToTry(uses: ReadonlyMap<string, readonly Use[]>, reader: Reader): FactsToTry {
  const days = valuesOf('date', uses.get('facts.today'))
  const ages = uses.has('facts.age') ? agesOf(uses.get('facts.age') ?? [], reader) : { values: [null], all: true }
  const homes = homesOf(uses, reader)
  const logins = reader.login === 'required' ? [true] : reader.login === 'none' ? [false] : [true, false]
  const persons = ages.values.flatMap((age) => homes.values.map((home) => ({ age, ...home })))
  const unknown: RuleParts = { age: null, municipality: null, livesHere: null }
  const facts = days.values.flatMap((today) =>
    logins.flatMap((loggedIn) =>
      (loggedIn ? persons : [unknown]).map((known): RuleParts => ({ today, loggedIn, ...known })),
    ),
  )
  return { facts, all: days.all && ages.all && homes.all }
}

type Values<Value> = { readonly values: readonly Value[]; readonly all: boolean }

/** A rule that counts from today means the same on any day; one that also names a day is tried around it, and not on all others. */
function valuesOf(kind: 'date' | 'text', uses: readonly Use[] = []): Values<string> {
  const compared = uses.filter((use) => use.with !== 'anything')
  const values = representatives({ kind }, compared) ?? []
  const texts = values.filter((value) => typeof value === 'string').filter((text) => text !== '')
  const isCounted = compared.length < uses.length
  return {
    values: texts.length === 0 ? [kind === 'date' ? someDay : 'x'] : texts,
    all: !isCounted || compared.length === 0,
  }
}

function agesOf(uses: readonly Use[], { minimumAge = 0 }: Reader): Values<RuleValue> {
  const compared = uses.filter((use) => use.with !== 'anything')
  const tried = representatives({ kind: 'number' }, [...compared, { name: '', with: [minimumAge] }]) ?? []
  const ages = tried.filter(
    (age) => typeof age === 'number' && Number.isInteger(age) && age >= minimumAge && age <= oldest,
  )
  return { values: [...ages, null], all: compared.length === uses.length }
}

/** Where somebody lives, and whether it is here: both are known, or neither. Which code is this municipality's, no form knows. */
function homesOf(uses: ReadonlyMap<string, readonly Use[]>, { livesHere: only }: Reader): Values<RuleParts> {
  const unknown: RuleParts = { municipality: null, livesHere: null }
  if (!uses.has('facts.municipality') && !uses.has('facts.livesHere')) return { values: [unknown], all: true }
  const { values, all } = valuesOf('text', uses.get('facts.municipality'))
  const known = values.flatMap((municipality) =>
    (only ? [true] : [true, false]).map((livesHere): RuleParts => ({ municipality, livesHere })),
  )
  return { values: [...known, unknown], all }
}
