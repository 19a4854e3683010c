/**
 * The names that a person goes by, among all their first names, by Navet's Tilltalsnamnsmarkering: each digit points out one, `0` none, and
 * the two halves of a double name count as two. `20` of "Eva Ada" is "Ada", `12` of "Karl-Erik Olof" is "Karl-Erik". All of them
 * when nothing is marked.
 */
export function calledName(firstNames: string, marking: string | undefined): string {
  const names = firstNames.trim().split(/(?<=[\s-])/)
  const called = [...(marking ?? '')].flatMap((digit) => names[Number(digit) - 1] ?? []).join('')
  return called.trim().replace(/-$/, '') || firstNames.trim()
}
