import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSimulators } from './simulators.ts'
import { type Stage, startStage } from './testing/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage()
})
afterAll(() => stage.stop())

test('the ports are told in the data folder while the simulators run', async () => {
  const ports = JSON.parse(await readFile(join(stage.dataFolder, 'run', 'simulators.json'), 'utf8'))
  const { smtpPort, clamdPort, partnersPort } = stage.simulators
  expect(ports).toEqual({ httpPort: Number(new URL(stage.origin).port), smtpPort, clamdPort, partnersPort })
})

test('the start page leads to the inbox, and health is answered', async () => {
  expect(await (await fetch(`${stage.origin}/`)).text()).toContain('<a href="/inbox">')
  expect(await (await fetch(`${stage.origin}/healthz`)).text()).toBe('ok')
  expect((await fetch(`${stage.origin}/finns-inte`)).status).toBe(404)
})

test('a port in use stops the start', async () => {
  const httpPort = Number(new URL(stage.origin).port)
  const second = startSimulators({ productPort: 1, httpPort, dataFolder: join(stage.dataFolder, 'second') })
  await expect(second).rejects.toThrow(/EADDRINUSE/)
})
