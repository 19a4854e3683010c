import { createHash } from 'node:crypto'
import pg from 'pg'

/** Statements that a connection keeps prepared. The program has far fewer; lists of varying length could make more. */
const mostPrepared = 500

/** Names of statements by their text: the same in every connection, so that a pooler in between can share them. */
const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known) return known
  if (names.size >= mostPrepared) return undefined
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 40)
  names.set(text, name)
  return name
}

/**
 * A connection that prepares each statement the first time and then only executes it. Under row-level security planning takes longer
 * than most statements; a plan is kept for the role that it was made in.
 */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg's query, passed on as they are
  override query(...given: any[]): any {
    const [text, values, ...rest] = given
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
      return Reflect.apply(super.query, this, given)
    const name = nameOf(text)
    return Reflect.apply(super.query, this, [name ? { name, text, values } : { text, values }, ...rest])
  }
}
