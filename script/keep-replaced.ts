import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'

/** How long what a build has replaced stays, in milliseconds: a week, since programs are restarted and pages loaded anew within days. */
const keptFor = 7 * 24 * 3600 * 1000

/** Lies in the build's folder: when each file that is no longer built was replaced, in milliseconds since 1970. */
const listName = 'replaced.json'

const Replaced = z.record(z.string(), z.number())

/**
 * Copies from the build in the folder `from` to the new one in `to` what the new one doesn't have: a program that still runs from the old
 * one, and pages that are open in browsers, ask for its files by names with a hash of their own. What was replaced more than a week before
 * `now` (milliseconds since 1970) is left behind. Nothing happens when there is no old build.
 */
export async function keepReplaced(options: {
  readonly from: string
  readonly to: string
  readonly now: number
}): Promise<void> {
  const { from, to, now } = options
  const before = await readReplaced(join(from, listName))
  const built = new Set([...(await filesIn(to)), listName])
  const kept: Record<string, number> = {}
  for (const name of await filesIn(from)) {
    const since = before[name] ?? now
    if (built.has(name) || now - since > keptFor) continue
    await mkdir(dirname(join(to, name)), { recursive: true })
    // Another build may take the old one away meanwhile; it has kept what it replaced.
    const copied = await copyFile(join(from, name), join(to, name)).then(() => true, unlessMissing(false))
    if (copied) kept[name] = since
  }
  await writeFile(join(to, listName), JSON.stringify(kept))
}

/** The paths of all files below a folder, from there; none when there is no such folder. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(unlessMissing([]))
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

const readReplaced = async (path: string) =>
  Replaced.parse(JSON.parse(await readFile(path, 'utf8').catch(unlessMissing('{}'))))

const unlessMissing =
  <T>(instead: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return instead
    throw error
  }
