import { globSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkServices } from './check-services.ts'

const content = join(import.meta.dirname, '../../content')
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-service-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function checked(files: readonly string[]) {
  const lines: string[] = []
  const code = await checkServices(files, (line) => lines.push(line))
  return { code, lines }
}

const services = globSync('*/services/*.json', { cwd: content })

it('knows both municipalities of the demonstration', () => {
  expect(new Set(services.map((service) => service.split('/')[0]))).toEqual(new Set(['exempelkoping', 'nordby']))
})

it.each(services)('finds nothing in %s', async (service) => {
  const { code, lines } = await checked([join(content, service)])
  expect(lines.filter((line) => !line.includes('sampled'))).toEqual(['1 service checked, nothing found'])
  expect(code).toBe(0)
})

it('says what is wrong, where, and by which answers, and ends with 1', async () => {
  const broken = join(folder, 'broken.json')
  await writeFile(broken, JSON.stringify({ kind: 'external' }))
  const { code, lines } = await checked([broken])
  expect(code).toBe(1)
  expect(lines[0]).toMatch(/broken\.json: \w+.*\[definition\]$/)
  expect(lines.at(-1)).toMatch(/^1 service checked, \d+ found$/)
})

it('ends with 2 without a file, or with one that is none', async () => {
  expect(await checked([])).toMatchObject({ code: 2 })
  const notJson = join(folder, 'not.json')
  await writeFile(notJson, '{')
  for (const file of [notJson, join(folder, 'missing.json')]) {
    const { code, lines } = await checked([file])
    expect(code).toBe(2)
    expect(lines[0]).toMatch(/can't be read as JSON/)
  }
})
