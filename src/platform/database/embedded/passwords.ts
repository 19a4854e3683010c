import { existsSync } from 'node:fs'
import { z } from 'zod'
import { newSecret } from '../../ids.ts'
import { createJson, readJson } from '../../json-file.ts'
import { DatabaseStartError } from './database-start-error.ts'
import type { Layout } from './layout.ts'

// The alphabet of base64url, so that a password may stand in an address and in SQL as it is.
const Password = z.string().regex(/^[\w-]{43}$/)
const Passwords = z.object({ administrator: Password, owner: Password, program: Password })

/** The passwords of the three logins of the embedded PostgreSQL: superuser, owner and program. */
export type Passwords = Readonly<z.infer<typeof Passwords>>

/** Reads the passwords, or makes them for a new cluster; they lie in the data folder, readable by ourselves alone. */
export async function keepPasswords(layout: Layout): Promise<Passwords> {
  if (!existsSync(layout.cluster)) {
    await createJson(layout.passwords, { administrator: newSecret(), owner: newSecret(), program: newSecret() })
  }
  const passwords = readJson(layout.passwords, Passwords)
  if (passwords) return passwords
  throw new DatabaseStartError(
    'database-passwords-missing',
    `There is a database in ${layout.cluster}, but its passwords can't be read from ${layout.passwords}. Restore that file from your backup, and start as the user who owns it.`,
  )
}
