import { join, resolve } from 'node:path'
import { findClosedFolder, findDatabaseUser } from './database-user.ts'

/** Where data and PostgreSQL's binaries are placed when we are root and the database's user can't reach the checkout. */
export const systemDirectory = '/var/lib/handslag'

/**
 * The data folder, absolute: `HANDSLAG_DATA` (relative to the working folder); else `data` in the checkout; else, when we are
 * root and the database's user can't reach the checkout (below a private home folder, say), `/var/lib/handslag`.
 */
export function resolveDataDirectory(
  env: Readonly<Record<string, string | undefined>>,
  checkout: string,
  fallback: string = systemDirectory,
): string {
  if (env.HANDSLAG_DATA) return resolve(env.HANDSLAG_DATA)
  const user = findDatabaseUser()
  return user && findClosedFolder(user, resolve(checkout)) ? fallback : join(resolve(checkout), 'data')
}
