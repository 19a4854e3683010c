import { execFile } from 'node:child_process'
import { chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { identifyProcess } from '../../process/process-identity.ts'
import type { Binaries } from './binaries.ts'
import { DatabaseStartError } from './database-start-error.ts'
import { asUser, type DatabaseUser } from './database-user.ts'
import type { Layout } from './layout.ts'

/** The superuser of the cluster. */
export const administrator = 'postgres'

// Written into postgresql.conf once, where an operator may change them; what must not be changed stands in launch.ts.
const settings = ['max_connections=100', 'shared_buffers=128MB', 'timezone=UTC', 'log_timezone=UTC', 'jit=off']

/**
 * Makes a new cluster under another name and moves it into place when it is whole: a start that is killed half-way leaves
 * none, and of two programs that start at once one wins and both use its cluster.
 */
export async function initialiseCluster(
  layout: Layout,
  binaries: Binaries,
  user: DatabaseUser | undefined,
  password: string,
): Promise<void> {
  await sweepDrafts(layout)
  const draft = `${layout.cluster}.${process.pid}`
  const passwordFile = `${draft}.password`
  try {
    await mkdir(draft, { mode: 0o700 })
    await writeFile(passwordFile, password, { mode: 0o600 })
    if (user) await Promise.all([draft, passwordFile].map((path) => chown(path, user.uid, user.gid)))
    await runInitdb(draft, passwordFile, binaries, user)
    await rename(draft, layout.cluster).catch((error) => {
      if (!(error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')))
        throw error
    })
  } finally {
    await rm(passwordFile, { force: true })
    await rm(draft, { recursive: true, force: true })
  }
}

async function runInitdb(draft: string, passwordFile: string, binaries: Binaries, user: DatabaseUser | undefined) {
  const options = [
    `--pgdata=${draft}`,
    `--username=${administrator}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // With the locale C, Å, Ä and Ö are not letters: no lower case, no word search.
    '--locale=C.UTF-8',
    '--no-instructions',
    ...settings.map((setting) => `--set=${setting}`),
  ]
  try {
    await promisify(execFile)(binaries.initdb, options, asUser(user))
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause)
    throw new DatabaseStartError('database-cluster-failed', `The database could not be made in ${draft}: ${said}`, {
      cause,
    })
  }
}

/** Removes what starts that were killed in the middle of initdb have left. */
async function sweepDrafts({ data, cluster }: Layout): Promise<void> {
  for (const name of await readdir(data)) {
    const maker = /^postgres\.(\d+)(\.password)?$/.exec(name)?.[1]
    const path = join(data, name)
    if (maker && path.startsWith(cluster) && !identifyProcess(Number(maker)))
      await rm(path, { recursive: true, force: true })
  }
}
