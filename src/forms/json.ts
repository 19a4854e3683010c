/** A value that can be stored as JSON; members that are undefined are left out. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

/** An object of JSON values. */
export type JsonObject = { readonly [name: string]: Json | undefined }

/** Whether a member somewhere in a value is undefined: stored and read again, it would not be the same. */
export const holdsUndefined = (value: Json | undefined): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).some(holdsUndefined) : value === undefined

/** What a record itself holds under a name, never what it inherits: a question may be called "constructor". */
export const held = <Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined
