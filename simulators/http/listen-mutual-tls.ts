import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { Authority } from '../authority/authority.ts'
import { stopServer } from './listen.ts'

/**
 * Listens with TLS on 127.0.0.1 at a port that the system chooses. Who shows no client certificate of the authority is refused in the
 * handshake. HTTP/1.1 alone, as the partners speak.
 */
export async function listenMutualTls(
  authority: Authority,
  listener: RequestListener,
): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const { certificate, key } = await authority.issue({
    commonName: 'localhost',
    use: 'server',
    hosts: ['localhost', '127.0.0.1'],
  })
  const server = createServer(
    {
      cert: certificate,
      key,
      ca: authority.certificate,
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
    },
    listener,
  )
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('no port'))
      else resolve(address.port)
    })
  })
  return { port, stop: () => stopServer(server) }
}
