/** A posted form as the web server reads it: a field that is repeated has several values. */
export type PostedForm = Readonly<Record<string, string | readonly string[]>>

/** The one value of a field; the last when it was posted several times, empty when it was not posted. */
export const postedText = (posted: PostedForm, name: string): string => postedTexts(posted, name).at(-1) ?? ''

/** All values of a field, in the order posted. */
export function postedTexts(posted: PostedForm, name: string): readonly string[] {
  const value = Object.hasOwn(posted, name) ? posted[name] : undefined
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
