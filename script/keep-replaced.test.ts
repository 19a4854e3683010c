import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepReplaced } from './keep-replaced.ts'

const day = 24 * 3600 * 1000
let folder: string
let latest: string
let builds: number

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handslag-build-'))
  builds = 0
  latest = join(folder, 'none')
})

afterEach(async () => await rm(folder, { recursive: true }))

/** A build of these files, by name with content, that takes the latest one's place on a day. */
async function build(onDay: number, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  builds += 1
  const to = join(folder, String(builds))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(to, name)), { recursive: true })
    await writeFile(join(to, name), content)
  }
  await keepReplaced({ from: latest, to, now: onDay * day })
  latest = to
  return (await readdir(to, { recursive: true }))
    .filter((name) => name.includes('.') && name !== 'replaced.json')
    .sort()
}

const old = { 'main.js': 'old', 'chunk-aaaa.js': '', 'public/styles.aaaa.css': '', 'public/styles.aaaa.css.br': '' }
const young = { 'main.js': 'new', 'chunk-bbbb.js': '', 'public/styles.bbbb.css': '' }

test('what a running program and open pages ask for is there after the next build, which has its own files', async () => {
  expect(await build(0, old)).toEqual(Object.keys(old).sort())
  expect(await build(1, young)).toEqual([...new Set([...Object.keys(old), ...Object.keys(young)])].sort())
  expect(await readFile(join(latest, 'main.js'), 'utf8')).toBe('new')
})

test('a file stays a week from when it was replaced, however old it was then and however often there are builds', async () => {
  await build(0, old)
  for (const onDay of [100, 103, 107]) expect(await build(onDay, young)).toContain('public/styles.aaaa.css')
  expect(await build(107.1, young)).toEqual(Object.keys(young).sort())
})

test('a file that is built again counts as new', async () => {
  await build(0, old)
  await build(1, young)
  await build(7, old)
  expect(await build(9, young)).toContain('public/styles.aaaa.css')
})
