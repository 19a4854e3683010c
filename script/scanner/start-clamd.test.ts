import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { clamdScanner } from '../../src/files/scanning/clamd.ts'
import { eicar } from '../../src/files/testing/eicar.ts'
import { findClamd, startClamd } from './start-clamd.ts'

const folder = await mkdtemp(join(tmpdir(), 'handslag-clamd-'))
afterAll(async () => await rm(folder, { recursive: true }))

/** What stands in for clamd on machines that have none: it reads the same configuration, and speaks as the simulator does. */
async function aProgram(name: string, script: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `#!${process.execPath}\n${script}`)
  await chmod(path, 0o700)
  return path
}

const session = JSON.stringify(join(import.meta.dirname, '../../simulators/clamd/session.ts'))
const standIn = await aProgram(
  'clamd',
  `import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
const file = process.argv[2].replace('--config-file=', '')
const [, port] = /^TCPSocket (\\d+)$/m.exec(readFileSync(file, 'utf8'))
const { answerConnection } = await import(${session})
createServer((socket) => answerConnection(socket, { mode: 'ok' })).listen(Number(port), '127.0.0.1')
`,
)

test('clamd is found where it is installed', () => {
  expect(findClamd(`/nowhere:${folder}`)).toBe(standIn)
})

test('clamd is started, asked, and stopped: the installed one, else what stands in for it', async () => {
  const clamd = await startClamd(findClamd() ?? standIn, folder)
  const scan = async (bytes: Buffer) => {
    const one = await clamdScanner(async () => clamd.address).begin()
    await one.write(bytes)
    return await one.verdict()
  }
  expect(await scan(Buffer.from('hej'))).toEqual({ kind: 'clean' })
  expect(await scan(eicar)).toMatchObject({ kind: 'infected', name: expect.stringMatching(/eicar/i) })
  await clamd.stop()
  await expect(scan(eicar)).rejects.toThrow()
})

test('one that ends before it answers says why', async () => {
  const broken = await aProgram('broken', `console.error('ERROR: no database'); process.exit(1)`)
  await expect(startClamd(broken, folder)).rejects.toThrow('ERROR: no database')
  await expect(startClamd(join(folder, 'missing'), folder)).rejects.toThrow("can't be started")
})
