import { held, type Json, type JsonObject } from './json.ts'

/** JSON in one way of writing: no spaces, names in code unit order (as RFC 8785 §3.2), so that equal values have equal checksums. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value)
    .flatMap(([name, member]) => (member === undefined ? [] : [[name, member] as const]))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

/** Whether two values are the same JSON. Parts that are one object are not looked into: of hundreds of rows those that nobody touched. */
export function isSameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  if (isList(a) || isList(b)) {
    return isList(a) && isList(b) && a.length === b.length && a.every((member, index) => isSameJson(member, b[index]))
  }
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => isSameJson(held(a, name), held(b, name)))
}

/** Whether a value that isn't a single one is a list. */
export const isList = (value: readonly Json[] | JsonObject): value is readonly Json[] => Array.isArray(value)
