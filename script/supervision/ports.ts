import { createServer } from 'node:net'
import type { Settings } from './settings.ts'

/** Throws, naming the port and what to do, when one that we need is taken. */
export async function assertPortsFree({ port, simulators }: Settings): Promise<void> {
  for (const wanted of simulators ? [port, port + 1] : [port]) {
    const obstacle = await tryToListen(wanted)
    if (obstacle) {
      throw new Error(
        `Port ${wanted} can't be used: ${obstacle}. Choose another one: PORT=${port + 10} ./script/server (the simulators take the next port).`,
      )
    }
  }
}

/** Why nobody can listen on the port now, or undefined. On all addresses, so that a listener on any one of them is noticed. */
const tryToListen = (port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE'
      resolve(taken ? 'another program on this machine has it' : error.message)
    })
    server.listen(port, () => server.close(() => resolve(undefined)))
  })
