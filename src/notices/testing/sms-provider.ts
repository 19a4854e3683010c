import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createListener } from '../../../simulators/http/listener.ts'
import { openInbox } from '../../../simulators/inbox/inbox.ts'
import type { Message } from '../../../simulators/inbox/message.ts'
import type { SmsFaultMode } from '../../../simulators/sms/faults.ts'
import { createSmsRoutes } from '../../../simulators/sms/routes.ts'
import { listenOnFreePort } from '../../../simulators/testing/ports.ts'
import type { SmsProvider } from '../sms/http-sms-sender.ts'
import { closeLater } from './mail-server.ts'

export type TestSmsProvider = SmsProvider & {
  /** Messages taken, newest first. */
  readonly messages: () => readonly Message[]
  readonly misbehave: (mode: SmsFaultMode) => Promise<void>
  readonly stop: () => void
}

/** The simulators' SMS provider alone, for the running test. */
export async function testSmsProvider(): Promise<TestSmsProvider> {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-sms-'))
  const inbox = openInbox(join(folder, 'inbox.jsonl'))
  const server = createServer(createListener(createSmsRoutes(inbox)))
  const origin = `http://127.0.0.1:${await listenOnFreePort(server)}`
  const stop = () => {
    server.close()
    server.closeAllConnections()
  }
  closeLater(() => {
    stop()
    void rm(folder, { recursive: true, force: true })
  })
  return {
    url: `${origin}/sms/a1/sms`,
    user: 'handslag',
    password: 'bara-for-simulatorn',
    messages: inbox.list,
    misbehave: async (mode) =>
      void (await fetch(`${origin}/sms/faults`, { method: 'POST', body: JSON.stringify({ mode }) })),
    stop,
  }
}
