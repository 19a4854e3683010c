import type { RuleValue, ValueType } from '../../rules/value.ts'
import type { FoundPlace } from './registered-place.ts'

/** What rules see of a place: in which municipality it lies, when the register has told, and whether it has. */
export const placeRuleType: ValueType = {
  kind: 'parts',
  parts: { municipality: { kind: 'text' }, found: { kind: 'boolean' } },
}

/** The value of that type. */
export const placeRuleValue = (found: FoundPlace | undefined): RuleValue => ({
  municipality: found?.municipality ?? null,
  found: found !== undefined,
})
