import { createServer, type Server } from 'node:net'

// Far from the ports that people use, and below those that the system gives to outgoing connections.
const lowest = 21_000
const pairs = 5_000

/** The first of two neighbouring TCP ports that nobody has at this moment. */
export async function findTwoPorts(): Promise<number> {
  const port = lowest + 2 * Math.floor(Math.random() * pairs)
  const servers = await Promise.all([listenOn(port), listenOn(port + 1)])
  await Promise.all(servers.map((server) => server && new Promise((resolve) => server.close(resolve))))
  return servers.every((server) => server !== undefined) ? port : await findTwoPorts()
}

const listenOn = (port: number): Promise<Server | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, () => resolve(server))
  })
