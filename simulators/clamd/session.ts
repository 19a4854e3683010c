import type { Socket } from 'node:net'
import type { ScannerFaults } from './faults.ts'

/** The test file of the European Institute for Computer Antivirus Research, in two parts, so that no scanner takes us for one. */
const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''))

/** Bytes of a command's name. */
const longestCommand = 64

/**
 * Answers one connection as clamd does: one command, `z…\0` or `n…\n`, then one answer with the same end. INSTREAM finds the EICAR test
 * file anywhere in what is sent, and nothing else.
 */
export async function answerConnection(socket: Socket, faults: ScannerFaults): Promise<void> {
  if (faults.mode === 'drop') return void socket.destroy()
  const reader = readerOf(socket)
  const command = await readCommand(reader)
  if (!command) return void socket.destroy()
  const { name, end } = command
  if (name === 'PING') return void socket.end(`PONG${end}`)
  if (name === 'VERSION') return void socket.end(`ClamAV 1.4.0/simulator${end}`)
  if (name !== 'INSTREAM') return void socket.end(`UNKNOWN COMMAND${end}`)
  if (faults.mode === 'limit') return void socket.end(`INSTREAM size limit exceeded. ERROR${end}`)
  const found = await scan(reader)
  socket.end(found ? `stream: Eicar-Test-Signature FOUND${end}` : `stream: OK${end}`)
}

type Reader = (length: number) => Promise<Buffer>

/** Reads so many bytes, or fewer at the end of the connection. */
function readerOf(socket: Socket): Reader {
  const source: AsyncIterator<Buffer> = socket.iterator({ destroyOnReturn: false })
  let held: Buffer = Buffer.alloc(0)
  return async (length) => {
    while (held.length < length) {
      const next = await source.next()
      if (next.done) break
      held = Buffer.concat([held, next.value])
    }
    const piece = held.subarray(0, length)
    held = held.subarray(length)
    return piece
  }
}

async function readCommand(read: Reader): Promise<{ readonly name: string; readonly end: string } | undefined> {
  const style = (await read(1)).toString('latin1')
  const end = style === 'z' ? '\0' : style === 'n' ? '\n' : undefined
  if (end === undefined) return undefined
  let name = ''
  while (name.length < longestCommand) {
    const letter = (await read(1)).toString('latin1')
    if (letter === '') return undefined
    if (letter === end) return { name, end }
    name += letter
  }
  return undefined
}

/** Reads chunks up to the one of length 0; answers whether the test file was among them. */
async function scan(read: Reader): Promise<boolean> {
  let tail: Buffer = Buffer.alloc(0)
  let found = false
  for (;;) {
    const head = await read(4)
    const length = head.length === 4 ? head.readUInt32BE() : 0
    if (length === 0) return found
    const seen = Buffer.concat([tail, await read(length)])
    found ||= seen.includes(eicar)
    tail = seen.subarray(-(eicar.length - 1))
  }
}
