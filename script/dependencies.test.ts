import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const root = join(import.meta.dirname, '..')
const Packages = z.record(z.string(), z.string()).default({})
const Manifest = z.object({
  dependencies: Packages,
  optionalDependencies: Packages,
  devDependencies: Packages,
})

/** Name and purpose of each row of the document's tables, as written: `| \`name\` | what for | why this one |`. */
const rowsOf = (document: string) =>
  [...document.matchAll(/^\| `([^`]+)` \| ([^|]*)\|/gm)].map(([, name = '', purpose = '']) => ({
    name,
    purpose: purpose.trim(),
  }))

test('every dependency has one line in docs/dependencies.md that says what it is for, and every line a dependency', async () => {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
  const rows = rowsOf(await readFile(join(root, 'docs/dependencies.md'), 'utf8'))
  const installed = [manifest.dependencies, manifest.optionalDependencies, manifest.devDependencies].flatMap(
    Object.keys,
  )
  expect(rows.map(({ name }) => name).sort()).toEqual(installed.sort())
  expect(rows.filter(({ purpose }) => purpose === '')).toEqual([])
})
