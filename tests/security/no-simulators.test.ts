import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFreePort } from '../../simulators/testing/ports.ts'
import { endLeftPostgres } from '../../src/platform/database/embedded/end-left-postgres.ts'
import { makeStage } from '../support/installation/stage.ts'

let folder: string

beforeAll(async () => {
  folder = await realpath(await makeStage())
})

afterAll(async () => {
  await endLeftPostgres(join(folder, 'data'), { warn: () => undefined })
  await rm(folder, { recursive: true, force: true })
})

/** Starts the program until it ends by itself; answers its exit status and what it said. */
async function run(env: Readonly<Record<string, string>>) {
  const program = spawn(process.execPath, [join(folder, 'dist', 'main.js')], {
    cwd: folder,
    env: {
      ...process.env,
      PORT: String(await findFreePort()),
      HANDSLAG_DATA: join(folder, 'data'),
      NODE_ENV: 'production',
      HANDSLAG_ORIGIN: 'https://{host}',
      SMTP_URL: 'smtp://127.0.0.1:9',
      ...env,
    },
  })
  const [said, [status]] = await Promise.all([text(program.stderr), once(program, 'exit')])
  return { status, said }
}

test('in production the program does not start with simulators, whoever asks for them', async () => {
  const asked = await run({ HANDSLAG_SIMULATORS: 'yes' })
  expect(asked).toEqual({ status: 1, said: expect.stringContaining('anybody could log in as anybody') })

  const set = await run({ HANDSLAG_SIMULATORS: 'no' })
  expect(set).toEqual({ status: 1, said: expect.stringContaining('exempelkoping: citizenLogin.methods.0') })
})
