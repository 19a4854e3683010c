import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { ScannerFaults } from './faults.ts'
import { answerConnection } from './session.ts'

/** A virus scanner that listens on 127.0.0.1. */
export type Clamd = { readonly port: number; readonly stop: () => Promise<void> }

/** Starts a scanner that speaks clamd's protocol, at a free port. */
export async function startClamd(faults: ScannerFaults): Promise<Clamd> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    // A client that breaks off is what tests do, and nothing to tell about.
    socket.on('error', () => socket.destroy())
    answerConnection(socket, faults).catch(() => socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the virus scanner has no port')
  return {
    port: address.port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
