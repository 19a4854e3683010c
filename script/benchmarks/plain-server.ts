import { createServer } from 'node:http'
import process from 'node:process'

// The yardstick R: bare node:http. `GET /<bytes>` answers a constant page of so many bytes; a POST is read and answered with 303.
const pages = new Map<string, Buffer>()

const pageFor = (path: string): Buffer => {
  const known = pages.get(path)
  if (known) return known
  const page = Buffer.alloc(Number(path.slice(1)) || 1, 'x')
  pages.set(path, page)
  return page
}

const server = createServer((request, response) => {
  if (request.method === 'POST') {
    request.resume().on('end', () => response.writeHead(303, { location: '/' }).end())
    return
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageFor(request.url ?? '/1'))
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})
process.stdin.resume().on('end', () => process.exit())
