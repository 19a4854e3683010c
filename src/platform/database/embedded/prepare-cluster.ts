import { existsSync, realpathSync } from 'node:fs'
import { chmod, mkdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type Binaries, provideBinaries } from './binaries.ts'
import { systemDirectory } from './data-directory.ts'
import { DatabaseStartError } from './database-start-error.ts'
import { type DatabaseUser, findClosedFolder, findClusterUser } from './database-user.ts'
import { initialiseCluster } from './initialise-cluster.ts'
import { type Layout, layoutOf } from './layout.ts'
import { keepPasswords, type Passwords } from './passwords.ts'

/** A cluster that is ready to be started, and everything needed for that. */
export type Cluster = {
  readonly layout: Layout
  readonly user: DatabaseUser | undefined
  readonly binaries: Binaries
  readonly passwords: Passwords
}

/** Makes folders, passwords and cluster where they are missing; tells which folder is closed to the database's user, if one is. */
export async function prepareCluster(
  dataDirectory: string,
  place: { readonly packageDirectory?: string; readonly shelter?: string } = {},
): Promise<Cluster> {
  await mkdir(dataDirectory, { recursive: true })
  // PostgreSQL is known again by this path on its command line.
  const layout = layoutOf(realpathSync(resolve(dataDirectory)))
  await mkdir(dirname(layout.running), { recursive: true })
  const user = findClusterUser(layout.cluster)
  if (user) await openWay(layout, user)
  const shelter = place.shelter ?? (user ? systemDirectory : layout.data)
  const binaries = await provideBinaries(user, shelter, place.packageDirectory)
  const passwords = await keepPasswords(layout)
  if (!existsSync(layout.cluster)) await initialiseCluster(layout, binaries, user, passwords.administrator)
  return { layout, user, binaries, passwords }
}

/** Our own folder may be walked through by the database's user; those above it are not ours to open. */
async function openWay({ data }: Layout, user: DatabaseUser): Promise<void> {
  const closed = findClosedFolder(user, data)
  if (closed === undefined) return
  if (closed === data) return await chmod(data, (await stat(data)).mode | 0o011)
  throw new DatabaseStartError(
    'database-folder-closed',
    `The data folder is ${data}, but ${user.name}, whom PostgreSQL runs as, can't enter ${closed}. Either let it (chmod o+x ${closed}), or choose another folder with HANDSLAG_DATA.`,
  )
}
