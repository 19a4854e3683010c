import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { layoutOf } from '../../src/platform/database/embedded/layout.ts'
import { findPostmaster } from '../../src/platform/database/embedded/postmaster-file.ts'
import { readSettings } from './settings.ts'
import { aStage, listenOn } from './testing/stage.ts'

describe('script/server', { timeout: 60_000 }, () => {
  it('starts simulators and program, prints addresses and test persons, and ends them in order at Ctrl-C', async () => {
    const stage = await aStage()
    const server = stage.run()
    await server.ready()
    expect(await (await fetch(`http://localhost:${stage.port}/healthz`)).text()).toBe('ok')
    for (const part of [
      `http://localhost:${stage.port}\n`,
      `http://nordby.localhost:${stage.port}\n`,
      `http://localhost:${stage.port + 1}/inbox\n`,
      '199001012385',
      'alma',
    ]) {
      expect(server.said()).toContain(part)
    }
    process.kill(-server.pid, 'SIGINT')
    expect(await server.status).toBe(0)
    expect(stage.told()).toEqual(['simulators started', 'program started', 'program ended', 'simulators ended'])
    expect(findPostmaster(layoutOf(stage.data).cluster)).toBeUndefined()
  })

  it('starts again after having been killed, on the same ports, with nothing of the killed one left', async () => {
    const stage = await aStage()
    const killed = stage.run()
    await killed.ready()
    process.kill(killed.pid, 'SIGKILL')
    await killed.status
    const next = stage.run()
    await next.ready()
    expect(
      stage
        .told()
        .filter((line) => line.endsWith('ended'))
        .sort(),
    ).toEqual(['program ended', 'simulators ended'])
    process.kill(next.pid, 'SIGTERM')
    expect(await next.status).toBe(0)
  })

  it('says what died, ends the rest, the orphaned database too, and fails', async () => {
    const stage = await aStage()
    const server = stage.run()
    await server.ready()
    await expect(fetch(`http://localhost:${stage.port}/die`)).rejects.toThrow()
    expect(await server.status).toBe(1)
    expect(server.said()).toContain("Handslag's program ended by SIGKILL")
    expect(stage.told()).toEqual(['simulators started', 'program started', 'simulators ended'])
    expect(findPostmaster(layoutOf(stage.data).cluster)).toBeUndefined()
  })

  it('shows the reason when the program does not start', async () => {
    const stage = await aStage()
    const server = stage.run([], { FAIL_AT_START: 'yes' })
    expect(await server.status).toBe(1)
    expect(server.said()).toContain('ended with status 2')
    expect(server.said()).toContain('setting HANDSLAG_KEY_FILE: is missing')
  })

  it.each([0, 1])('names a port that is taken (PORT + %i) and starts nothing', async (offset) => {
    const stage = await aStage()
    const other = await listenOn(stage.port + offset)
    onTestFinished(() => void other?.close())
    const server = stage.run()
    expect(await server.status).toBe(1)
    expect(server.said()).toContain(`Port ${stage.port + offset} can't be used: another program on this machine has it`)
    expect(stage.told).toThrow('ENOENT')
  })

  it('refuses to run twice on one data folder, and leaves the first alone', async () => {
    const stage = await aStage()
    const first = stage.run()
    await first.ready()
    const second = stage.run([], { PORT: String(stage.port + 2) })
    expect(await second.status).toBe(1)
    expect(second.said()).toContain(`already runs on ${stage.data} (process ${first.pid})`)
    expect((await fetch(`http://localhost:${stage.port}/healthz`)).status).toBe(200)
  })

  it('is not misled by the record of a start whose numbers belong to other processes by now', async () => {
    const stage = await aStage()
    const first = stage.run(['--empty'], { HANDSLAG_SIMULATORS: 'no' })
    await first.ready()
    expect(stage.told()).toEqual(['program started empty'])
    expect(first.said()).not.toContain('Ada Exempel')
    process.kill(first.pid, 'SIGTERM')
    await first.status
    const stranger = { pid: process.pid, startedAt: '1' }
    writeFileSync(join(stage.data, 'run', 'server.json'), JSON.stringify({ supervisor: stranger, parts: [stranger] }))
    const second = stage.run([], { HANDSLAG_SIMULATORS: 'no' })
    await second.ready()
  })
})

describe('settings', () => {
  it('start simulators unless told otherwise or in production', () => {
    expect(readSettings({}, []).simulators).toBe(true)
    expect(readSettings({ HANDSLAG_SIMULATORS: 'no' }, []).simulators).toBe(false)
    expect(readSettings({ NODE_ENV: 'production' }, []).simulators).toBe(false)
    expect(readSettings({ NODE_ENV: 'production', HANDSLAG_SIMULATORS: 'yes' }, []).simulators).toBe(true)
  })

  it('name what is wrong', () => {
    expect(() => readSettings({ PORT: 'abc' }, [])).toThrow('PORT')
    expect(() => readSettings({ PORT: '65535' }, [])).toThrow('PORT')
    expect(() => readSettings({ HANDSLAG_SIMULATORS: 'maybe' }, [])).toThrow('HANDSLAG_SIMULATORS has to be yes or no')
    expect(() => readSettings({}, ['--fast'])).toThrow('--fast')
  })
})
