import { once } from 'node:events'
import type { Socket } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Faults } from './faults.ts'
import type { Inbox } from './inbox.ts'
import { readMail } from './read-mail.ts'

// Bytes; a municipality's mail relay has a limit of this size.
const largestMail = 25 * 1024 * 1024

/** A mail server that listens on 127.0.0.1. */
export type MailServer = { readonly port: number; readonly stop: () => Promise<void> }

function smtpError(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode })
}

async function readAll(stream: SMTPServerDataStream): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Uint8Array.from(Buffer.concat(chunks))
}

/** Starts a mail server at a free port; what it takes lies in the inbox before the sender is answered. */
export async function startMailServer(inbox: Inbox, faults: Faults): Promise<MailServer> {
  const sockets = new Map<number, Socket>()

  async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<'kept' | 'dropped'> {
    const raw = await readAll(stream)
    if (faults.mode === 'drop') {
      sockets.get(session.remotePort)?.destroy()
      return 'dropped'
    }
    inbox.add(
      await readMail(
        raw,
        session.envelope.rcptTo.map(({ address }) => address),
      ),
    )
    return 'kept'
  }

  const server = new SMTPServer({
    name: 'brevlada.example',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largestMail,
    // Milliseconds: the process has a second to stop.
    closeTimeout: 200,
    onRcptTo: (_address, _session, callback) => {
      if (faults.mode === 'refuse') callback(smtpError(550, 'No such mailbox'))
      else if (faults.mode === 'temporary') callback(smtpError(451, 'Try again later'))
      else callback()
    },
    onData: (stream, session, callback) => {
      receive(stream, session).then(
        (result) => {
          if (result === 'kept') callback()
        },
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
      )
    },
  })
  server.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0
    sockets.set(port, socket)
    socket.once('close', () => sockets.delete(port))
  })
  // A client that breaks off is what tests do, and nothing to tell about.
  server.on('error', () => undefined)

  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the mail server has no port')

  return { port: address.port, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}
