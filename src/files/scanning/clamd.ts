import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { type Scan, ScannerUnavailable, type Verdict, type VirusScanner } from '../../platform/scanning.ts'

/** Milliseconds without a sign of life before the scanner counts as gone: as long as clamd itself waits for a slow line (ReadTimeout). */
const patience = { connect: 5_000, answer: 120_000 }

/** Bytes of an answer: one line. */
const longestAnswer = 4_096

/**
 * Scans by clamd's INSTREAM (man clamd): `zINSTREAM\0`, then chunks with their lengths in four bytes, then a length of 0. The address is
 * `tcp://host:port` or `unix:///path`, asked for with each file.
 */
export function clamdScanner(address: () => Promise<string>): VirusScanner {
  return {
    begin: async () => {
      const socket = await open(await address())
      const answer = collectAnswer(socket)
      // Whoever waits for the verdict hears of a failure; until then it isn't unhandled.
      answer.catch(() => undefined)
      await send(socket, Buffer.from('zINSTREAM\0'), answer)
      return scanOver(socket, answer)
    },
  }
}

function scanOver(socket: Socket, answer: Promise<string>): Scan {
  return {
    write: async (bytes) => {
      // A length of 0 would end the file.
      if (bytes.length === 0) return
      const head = Buffer.alloc(4)
      head.writeUInt32BE(bytes.length)
      await send(socket, Buffer.concat([head, bytes]), answer)
    },
    verdict: async () => {
      await send(socket, Buffer.alloc(4), answer)
      try {
        return readVerdict(await answer)
      } finally {
        socket.destroy()
      }
    },
    abandon: () => void socket.destroy(),
  }
}

async function open(address: string): Promise<Socket> {
  const url = new URL(address)
  const at =
    url.protocol === 'tcp:'
      ? { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) }
      : { path: decodeURIComponent(url.pathname) }
  const socket = connect(at)
  socket.setTimeout(patience.connect, () => socket.destroy(new Error('no answer in time')))
  try {
    await once(socket, 'connect')
  } catch (cause) {
    throw new ScannerUnavailable(`clamd can't be reached: ${reasonIn(cause)}`, { cause })
  }
  socket.setTimeout(patience.answer)
  return socket
}

/** What the scanner says before it closes the connection or ends its line. */
async function collectAnswer(socket: Socket): Promise<string> {
  let answer = ''
  try {
    for await (const part of socket) {
      answer += String(part)
      if (answer.includes('\0') || answer.length > longestAnswer) return answer
    }
  } catch (cause) {
    throw new ScannerUnavailable(`clamd broke off: ${reasonIn(cause)}`, { cause })
  }
  throw new ScannerUnavailable('clamd closed the connection without an answer')
}

/** Sends bytes no faster than they are taken. An answer that comes too early is one that says what went wrong. */
async function send(socket: Socket, bytes: Buffer, answer: Promise<string>): Promise<void> {
  if (!socket.destroyed && socket.write(bytes)) return
  const early = answer.then(readVerdict).then(() => {
    throw new ScannerUnavailable('clamd answered before the end of the file')
  })
  try {
    await (socket.destroyed ? early : Promise.race([once(socket, 'drain'), early]))
  } catch (cause) {
    throw cause instanceof ScannerUnavailable
      ? cause
      : new ScannerUnavailable(`clamd broke off: ${reasonIn(cause)}`, { cause })
  }
}

/** `stream: OK`, `stream: <name> FOUND`, or `<reason> ERROR`. */
function readVerdict(answer: string): Verdict {
  const line = answer.replace(/\0.*$/s, '').trim()
  if (line === 'stream: OK') return { kind: 'clean' }
  const [, name] = /^stream: (.+) FOUND$/.exec(line) ?? []
  if (name !== undefined) return { kind: 'infected', name }
  throw new ScannerUnavailable(`clamd answered: ${line}`)
}

const reasonIn = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
