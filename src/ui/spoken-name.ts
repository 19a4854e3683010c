/**
 * What is read aloud for a link or button: its words and then what it concerns, "Till ärende, Parkeringstillstånd 2026-000123".
 * Undefined when its words are enough. It begins with what is seen (WCAG 2.5.3). Hidden text after the words would not do: browsers put a
 * space before it, "Till ärende , Parkeringstillstånd".
 */
export const spokenName = (label: string, about: string | undefined): string | undefined =>
  about ? `${label}, ${about}` : undefined
