import { RE2JS } from 're2js'

/** A pattern that a definition's author wrote. */
type OwnPattern = { readonly matches: string }

const compiled = new WeakMap<OwnPattern, RE2JS>()

/** Why a pattern can't be used, in the words of the engine (English); undefined when it can. */
export function patternFault({ matches }: OwnPattern): string | undefined {
  try {
    RE2JS.compile(matches)
    return undefined
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
}

/** Whether the whole line matches. Takes time in proportion to the line, whatever the pattern: that is why it isn't JavaScript's own. */
export function matchesPattern(line: string, pattern: OwnPattern): boolean {
  const known = compiled.get(pattern) ?? RE2JS.compile(pattern.matches)
  compiled.set(pattern, known)
  return known.matches(line)
}
