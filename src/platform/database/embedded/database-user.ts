import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseStartError } from './database-start-error.ts'

/** The user of the operating system that PostgreSQL runs as when we are root, since it refuses to run as root. */
export type DatabaseUser = { readonly name: string; readonly uid: number; readonly gid: number }

const candidates = ['postgres', 'nobody']

/** Whom PostgreSQL runs as: undefined (ourselves) for an ordinary user; for root `postgres`, else `nobody`. */
export function findDatabaseUser(): DatabaseUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readUsers()
  const user = candidates.map((name) => users.find((known) => known.name === name)).find(Boolean)
  if (user) return user
  throw new DatabaseStartError(
    'database-user-missing',
    'PostgreSQL refuses to run as root, and there is no user "postgres" or "nobody" to run it as. Add one: useradd --system postgres',
  )
}

/** As `findDatabaseUser`, but for root the one whom the existing cluster belongs to: PostgreSQL demands that. */
export function findClusterUser(cluster: string): DatabaseUser | undefined {
  const user = findDatabaseUser()
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (!user || !owner || owner.uid === 0) return user
  const name = readUsers().find((known) => known.uid === owner.uid)?.name ?? `user ${owner.uid}`
  return { name, uid: owner.uid, gid: owner.gid }
}

/** The options that make a child process run as the user, far from folders that it can't enter, with nothing of our settings. */
export const asUser = (user: DatabaseUser | undefined) => ({
  ...(user && { uid: user.uid, gid: user.gid }),
  cwd: '/',
  env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
})

/** The topmost folder on the way to `path` that the user can't enter, or undefined. Tried for real, so that ACLs count. */
export function findClosedFolder(user: DatabaseUser | undefined, path: string): string | undefined {
  if (mayEnter(user, path)) return undefined
  return (path === '/' ? undefined : findClosedFolder(user, dirname(path))) ?? path
}

const mayEnter = (user: DatabaseUser | undefined, folder: string): boolean =>
  spawnSync('test', ['-x', folder], asUser(user)).status === 0

const readUsers = (): readonly DatabaseUser[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .flatMap(([name, , uid, gid]) => (name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []))
