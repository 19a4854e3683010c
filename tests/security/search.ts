import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Place } from '../support/installation/installation.ts'
import { asSuperuser, databaseAddresses } from '../support/installation/superuser.ts'

/** A word as it may stand somewhere: in plain, in hexadecimal (so does PostgreSQL print bytes), and in Base64 at each of its three places. */
export function disguisesOf(word: string): readonly string[] {
  const bytes = Buffer.from(word)
  const inBase64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    // The letters at the edges depend on the neighbours, too.
    return text.slice(before === 0 ? 0 : before + 1, -2)
  })
  return [word, bytes.toString('hex'), ...inBase64]
}

/** The tables, of whatever schema, in which a word stands in any column. */
export async function findInTables(place: Place, word: string): Promise<readonly string[]> {
  const tables = await asSuperuser<{ name: string }>(
    place,
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname <> 'information_schema' and n.nspname not like 'pg_toast%'`,
  )
  const client = new pg.Client({ connectionString: (await databaseAddresses(place.data)).superuser })
  await client.connect()
  try {
    const found: string[] = []
    for (const { name } of tables) {
      const { rowCount } = await client.query(`select from ${name} t where t::text ilike any($1) limit 1`, [
        disguisesOf(word).map((disguise) => `%${disguise}%`),
      ])
      if (rowCount) found.push(name)
    }
    return found
  } finally {
    await client.end()
  }
}

/**
 * The files of the data folder in which a word stands: the database's own and its write-ahead log, logs, blobs and all else. The simulators' own are no part
 * of the product: their e-IDs are made out to their test persons.
 */
export async function findInFiles({ data }: Place, word: string): Promise<readonly string[]> {
  const disguises = disguisesOf(word)
  const found: string[] = []
  for (const entry of await readdir(data, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || path.startsWith(join(data, 'simulators'))) continue
    // PostgreSQL removes files of its own at any time.
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    if (disguises.some((disguise) => bytes.includes(disguise))) found.push(path.slice(data.length + 1))
  }
  return found
}
