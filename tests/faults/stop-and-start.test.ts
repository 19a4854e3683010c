import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fillIn, ordinary } from '../support/client/answers.ts'
import {
  fillService,
  fillStep,
  numberOn,
  startService,
  stepForm,
  submit,
  typedIn,
} from '../support/client/application.ts'
import { aCitizen, aStaffMember } from '../support/client/people.ts'
import { findTwoPorts } from '../support/installation/ports.ts'
import { runServer } from '../support/installation/server.ts'

test('what was saved and sent is there after a stop and after a kill, and who was logged in still is', async () => {
  const data = await mkdtemp(join(tmpdir(), 'handslag-server-'))
  await chmod(data, 0o755)
  const port = await findTwoPorts()
  const origin = `http://localhost:${port}`
  let server = await runServer({ data, port })
  onTestFinished(async () => {
    await server.stop()
    await rm(data, { recursive: true, force: true })
  })

  const ada = await aCitizen(origin, 'ada')
  const hugo = await aStaffMember(origin, 'hugo')
  const step = await fillStep(ada, await startService(ada, 'parkeringstillstand'))
  await ada.post(step.url.pathname, fillIn(stepForm(step), ordinary, 'spara'))
  const saved = typedIn(await ada.get(step.url.pathname))
  expect(saved.map(([, value]) => value)).toContain('prov@prov.example')
  const sent = await ada.follow(await submit(await fillService(ada, 'parkeringstillstand')))
  const number = numberOn(sent)

  const expectAll = async () => {
    expect(typedIn(await ada.get(step.url.pathname))).toEqual(saved)
    const myPages = await ada.get('/mina-sidor')
    expect(myPages.status).toBe(200)
    expect(myPages.text).toContain(number)
    expect(myPages.text).toContain(step.url.pathname.split('/')[2])
    expect(numberOn(await ada.get(sent.url.pathname))).toBe(number)
    expect((await hugo.get('/handlaggning/arenden')).text).toContain(number)
  }
  await expectAll()

  // Browsers keep their connections. One that is being answered in that moment doesn't keep the program from ending.
  const agent = new Agent({ keepAlive: true })
  onTestFinished(() => agent.destroy())
  const ask = async (round: string) =>
    await Promise.all([1, 2, 3, 4].map(async (q) => await asked(`${origin}/e-tjanster/synpunkt?${round}=${q}`, agent)))
  expect(await ask('first')).toEqual([200, 200, 200, 200])
  const answers = ask('second')
  const began = Date.now()
  expect(await server.stop()).toBe(0)
  expect(Date.now() - began).toBeLessThan(20_000)
  await answers
  server = await runServer({ data, port })
  await expectAll()

  await server.kill()
  server = await runServer({ data, port })
  await expectAll()
}, 180_000)

/** The status of an answer on a connection that is kept; undefined when there is none. */
const asked = async (url: string, agent: Agent): Promise<number | undefined> =>
  await new Promise((resolve) => {
    get(url, { agent }, (answer) => answer.resume().on('end', () => resolve(answer.statusCode))).on('error', () =>
      resolve(undefined),
    )
  })
