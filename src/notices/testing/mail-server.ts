import { once } from 'node:events'
import { createServer, connect as dial, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach } from 'vitest'

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** Closes something when the running test is over. */
export const closeLater = (close: () => void): void => void open.push(close)

export type TestMailServer = {
  readonly url: string
  readonly stop: () => void
  /** Letters taken, whole, in order. */
  readonly letters: readonly string[]
  /** Addresses they were for. */
  readonly recipients: readonly string[]
}

/** A real mail server on this machine that does as told and keeps what it takes; `port` 0 means any. */
export async function testMailServer(options: SMTPServerOptions = {}, port = 0): Promise<TestMailServer> {
  const letters: string[] = []
  const recipients: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      void text(stream).then((letter) => {
        recipients.push(...session.envelope.rcptTo.map(({ address }) => address))
        letters.push(letter)
        done()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const stop = () => server.close()
  closeLater(stop)
  return { url: `smtp://127.0.0.1:${portOf(server.server.address())}`, stop, letters, recipients }
}

/** Stands before a mail server and cuts the line when the server has taken a letter, before its answer gets through, the first `cuts` times. */
export async function cuttingLine(target: TestMailServer, cuts: number): Promise<string> {
  let left = cuts
  const proxy = createServer((browser: Socket) => {
    const server = dial(Number(new URL(target.url).port), '127.0.0.1')
    let inLetter = false
    browser.pipe(server)
    server.on('data', (answer: Buffer) => {
      if (inLetter && answer.toString().startsWith('250') && left > 0) {
        left -= 1
        browser.destroy()
        server.destroy()
        return
      }
      // Its answers to sender and recipients may come along in the same packet.
      inLetter = /^354/m.test(answer.toString())
      browser.write(answer)
    })
    for (const socket of [browser, server]) socket.on('error', () => undefined)
    browser.on('close', () => server.destroy())
    server.on('close', () => browser.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  closeLater(() => proxy.close())
  return `smtp://127.0.0.1:${portOf(proxy.address())}`
}

/** An answer of the server's own: code and words. */
export const smtpAnswer = (responseCode: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode })

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('Not listening on a port')
  return address.port
}
