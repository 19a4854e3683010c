import { createServer, type RequestListener, type Server } from 'node:http'

function listenOn(host: string, port: number, listener: RequestListener): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(listener)
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}

function isMissingAddress(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')
}

/**
 * Listens on this machine alone, on both addresses that `localhost` may mean, and returns how to stop at once.
 * A machine without IPv6 is served on 127.0.0.1 only; a port in use throws.
 */
export async function listenOnLocalhost(port: number, listener: RequestListener): Promise<() => Promise<void>> {
  const servers = [await listenOn('127.0.0.1', port, listener)]
  try {
    servers.push(await listenOn('::1', port, listener))
  } catch (error) {
    if (!isMissingAddress(error)) {
      await stop(servers)
      throw error
    }
  }
  return () => stop(servers)
}

async function stop(servers: readonly Server[]): Promise<void> {
  await Promise.all(servers.map(stopServer))
}

/** Stops a server at once, with the connections that it has. */
export async function stopServer(server: Pick<Server, 'close' | 'closeAllConnections'>): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
