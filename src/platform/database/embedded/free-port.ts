import { createServer } from 'node:net'

/** A TCP port on 127.0.0.1 that is free at this moment: `wish` if it is, otherwise any. */
export async function findFreePort(wish: number | undefined): Promise<number> {
  return (wish !== undefined && (await tryPort(wish))) || (await tryPort(0)) || 0
}

/** The port that the system gives for the wish (0: any), or undefined when it is taken. */
const tryPort = (wish: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(wish, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
