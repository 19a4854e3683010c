import { createHash } from 'node:crypto'
import { sql } from 'kysely'
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

const mark = '/* ahead */'

/**
 * Ends a statement whose answer nobody waits for: it travels with the next statement of its transaction, at the latest with the commit,
 * and its failure fails that one. Only inside a transaction, and not where the failure means something to the caller.
 */
export const ahead = sql.raw(mark)

/** The same for a statement that is already text. */
export const asAhead = (text: string): string => `${text} ${mark}`

type Given = readonly unknown[]
const beginnings = /^(begin|start transaction)\b/

/** Whether nothing of the transaction has been sent. */
const isHeldWhole = ([first]: readonly Given[]): boolean => first !== undefined && beginnings.test(String(first[0]))

/** What pg answers for a statement without rows. */
const answered = (command: string) => ({ command, rowCount: 0, rows: [] })

/**
 * A connection that saves what a transaction otherwise costs most. Each statement is prepared the first time and then only executed: under
 * row-level security planning takes longer than most statements, and a plan is kept for the role that it was made in. Statements that
 * nobody waits for travel with the next one, and the end of a transaction that only read is not waited for.
 */
export class PreparingClient extends pg.Client {
  #held: Given[] = []
  #onlyReads = false

  constructor(config: pg.ClientConfig = {}) {
    super({ ...config, pipeline: true })
  }

  // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg's query, passed on as they are
  override query(...given: any[]): any {
    const [text] = given
    const isBeginning = beginnings.test(text)
    if (isBeginning) this.#onlyReads = text.endsWith('read only')
    if (isBeginning || (typeof text === 'string' && text.endsWith(mark))) {
      this.#held.push(given)
      return Promise.resolve(answered(''))
    }
    const held = this.#held
    this.#held = []
    if (text === 'rollback') return isHeldWhole(held) ? Promise.resolve(answered('ROLLBACK')) : this.#send(given)
    if (text === 'commit' && this.#onlyReads) {
      // A connection that breaks here is replaced by the pool; what was read is read.
      this.#send(given).catch(() => undefined)
      return Promise.resolve(answered('COMMIT'))
    }
    return held.length === 0 ? this.#send(given) : this.#sendTogether([...held, given])
  }

  /** In one write. Answers what the last one does; the first failure is the one that tells why the others failed. */
  async #sendTogether(statements: readonly Given[]): Promise<unknown> {
    this.connection.stream.cork()
    const answers = statements.map((given) => this.#send(given))
    this.connection.stream.uncork()
    return (await Promise.all(answers)).at(-1)
  }

  #send(given: Given): Promise<unknown> {
    const [text, values, ...rest] = given
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
      return Reflect.apply(super.query, this, given)
    const name = nameOf(text)
    return Reflect.apply(super.query, this, [name ? { name, text, values } : { text, values }, ...rest])
  }
}
