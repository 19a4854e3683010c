import { isIsoDate } from '../rules/calendar-date.ts'
import type { RuleValue, ValueType } from '../rules/value.ts'

/** Whether a value that a question gives to rules is of the type that it promises; nothing is of every type. */
export function isOfType(value: RuleValue | undefined, type: ValueType): boolean {
  if (value === null || value === undefined) return true
  switch (type.kind) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'text':
      return typeof value === 'string'
    case 'date':
      return typeof value === 'string' && isIsoDate(value)
    case 'time':
      return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
    case 'choice':
      return typeof value === 'string' && type.values.includes(value)
    case 'choices':
      return Array.isArray(value) && value.every((one) => typeof one === 'string' && type.values.includes(one))
    case 'rows':
      return Array.isArray(value) && value.every((row) => hasParts(row, type.parts))
    case 'parts':
      return hasParts(value, type.parts)
  }
}

function hasParts(value: RuleValue, types: Readonly<Record<string, ValueType>>): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const parts = Object.entries(value)
  return parts.every(([name, part]) => {
    const type = Object.hasOwn(types, name) ? types[name] : undefined
    return type !== undefined && isOfType(part, type)
  })
}
