import { isList } from '../../src/forms/canonical-json.ts'
import type { Json } from '../../src/forms/json.ts'
import { held } from '../../src/forms/json.ts'

/** Whether some JSON says nothing but what other JSON does, though it may leave members of objects out: of who takes part, others read the names alone. */
export function isPartOf(part: Json | undefined, whole: Json | undefined): boolean {
  if (part === whole) return true
  if (part === null || whole === null || typeof part !== 'object' || typeof whole !== 'object') return false
  if (isList(part) || isList(whole)) {
    return (
      isList(part) &&
      isList(whole) &&
      part.length === whole.length &&
      part.every((member, index) => isPartOf(member, whole[index]))
    )
  }
  return Object.keys(part).every((name) => Object.hasOwn(whole, name) && isPartOf(held(part, name), held(whole, name)))
}
