import { crc32, inflateSync } from 'node:zlib'
import { Refused } from '../refusal.ts'
import type { ByteReader } from './byte-reader.ts'
import { orientationOnly, readOrientation } from './orientation.ts'
import { requireFewPixels } from './pixels.ts'

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/** Chunks that say how the pixels are to be shown (PNG 3rd edition, 11.2 and 11.3). Texts, times, Exif and animation are not among them. */
const shown: ReadonlySet<string> = new Set([
  'PLTE',
  'tRNS',
  'cHRM',
  'gAMA',
  'iCCP',
  'sBIT',
  'sRGB',
  'cICP',
  'mDCV',
  'cLLI',
  'bKGD',
  'pHYs',
])

/** Bytes of a chunk besides the pixels; a colour profile, the largest, has some thousands. */
const longestChunk = 1_000_000

/** Bytes of a colour profile when it is unfolded. */
const longestProfile = 4_000_000

/**
 * A PNG without what it tells besides the picture: texts, time, Exif, and whatever follows its end. Lossless: pixels, colours and the way
 * it is turned stay. Refuses what can't be read to its end.
 */
export async function* stripPng(reader: ByteReader): AsyncGenerator<Uint8Array> {
  if (!(await reader.take(8)).equals(signature)) throw new Refused('unreadable')
  yield signature
  for (let isFirst = true; ; isFirst = false) {
    const head = await reader.take(8)
    const length = head.readUInt32BE()
    const type = head.subarray(4).toString('latin1')
    if ((type === 'IHDR') !== isFirst) throw new Refused('unreadable')
    if (type === 'IDAT') {
      yield head
      yield* reader.pass(length + 4)
    } else if (type === 'IEND') {
      await reader.take(4)
      yield chunk(type, Buffer.alloc(0))
      return await reader.skip()
    } else if (length > longestChunk) {
      await reader.skip(length + 4)
    } else {
      const data = await reader.take(length)
      await reader.skip(4)
      const kept = keptOf(type, data)
      if (kept) yield chunk(...kept)
    }
  }
}

function keptOf(type: string, data: Buffer): readonly [string, Buffer] | undefined {
  if (type === 'IHDR') {
    if (data.length !== 13) throw new Refused('unreadable')
    requireFewPixels(data.readUInt32BE(0), data.readUInt32BE(4))
    return [type, data]
  }
  if (type === 'eXIf') {
    const tiff = orientationOnly(readOrientation(data))
    return tiff && [type, tiff]
  }
  if (type === 'iCCP' && !unfoldsSoon(data)) return undefined
  return shown.has(type) ? [type, data] : undefined
}

/** Whether a packed colour profile (name, 0, method, packed bytes) has a size of one. */
function unfoldsSoon(data: Buffer): boolean {
  try {
    inflateSync(data.subarray(data.indexOf(0) + 2), { maxOutputLength: longestProfile })
    return true
  } catch {
    return false
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const bytes = Buffer.alloc(named.length + 8)
  bytes.writeUInt32BE(data.length)
  named.copy(bytes, 4)
  bytes.writeUInt32BE(crc32(named), named.length + 4)
  return bytes
}
