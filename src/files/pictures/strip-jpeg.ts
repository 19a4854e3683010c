import { Refused } from '../refusal.ts'
import type { ByteReader } from './byte-reader.ts'
import { orientationOnly, readOrientation } from './orientation.ts'
import { requireFewPixels } from './pixels.ts'

// Markers of ITU-T T.81, table B.1.
const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
const app = (number: number): number => 0xe0 + number

/** DHT, DAC, DQT, DNL, DRI: what the decoder needs besides frame and scans. */
const tables: ReadonlySet<number> = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd])

/** SOF0–SOF15, without the three markers that lie among them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Scans of a progressive picture: cameras and programs make about ten, pictures made to keep decoders busy thousands. */
const mostScans = 100

/**
 * A JPEG without what it tells besides the picture: place, time, camera, thumbnail, comments, and whatever follows its end. Lossless:
 * pixels, colour profile and the way it is turned stay. Refuses what can't be read to its end.
 */
export async function* stripJpeg(reader: ByteReader): AsyncGenerator<Uint8Array> {
  if ((await readMarker(reader)) !== startOfImage) throw new Refused('unreadable')
  yield Buffer.of(0xff, startOfImage)
  let frames = 0
  let scans = 0
  for (;;) {
    const marker = await readMarker(reader)
    if (marker === endOfImage) {
      if (scans === 0) throw new Refused('unreadable')
      yield Buffer.of(0xff, endOfImage)
      return await reader.skip()
    }
    const length = (await reader.take(2)).readUInt16BE()
    if (length < 2) throw new Refused('unreadable')
    const body = await reader.take(length - 2)
    if (isFrame(marker)) {
      frames += 1
      if (frames > 1 || body.length < 5) throw new Refused('unreadable')
      requireFewPixels(body.readUInt16BE(3), body.readUInt16BE(1))
    }
    const kept = keptOf(marker, body)
    if (kept) yield segment(marker, kept)
    if (marker === startOfScan) {
      scans += 1
      if (frames === 0 || scans > mostScans) throw new Refused('unreadable')
      yield* passScan(reader)
    }
  }
}

/** What of a segment is needed to show the picture. */
function keptOf(marker: number, body: Buffer): Buffer | undefined {
  if (isFrame(marker) || tables.has(marker) || marker === startOfScan) return body
  const begins = (name: string) => body.subarray(0, name.length).toString('latin1') === name
  // JFIF's resolution, with a thumbnail of no pixels.
  if (marker === app(0) && begins('JFIF\0') && body.length >= 14)
    return Buffer.concat([body.subarray(0, 12), Buffer.of(0, 0)])
  if (marker === app(1) && begins('Exif\0\0')) {
    const tiff = orientationOnly(readOrientation(body.subarray(6)))
    return tiff && Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  }
  if (marker === app(2) && begins('ICC_PROFILE\0')) return body
  // How colours are coded.
  if (marker === app(14) && begins('Adobe')) return body.subarray(0, 12)
  return undefined
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0)
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** The next marker; any number of 0xff may stand before it. */
async function readMarker(reader: ByteReader): Promise<number> {
  if ((await reader.take(1))[0] !== 0xff) throw new Refused('unreadable')
  for (;;) {
    const [code = 0] = await reader.take(1)
    if (code !== 0xff) return code
  }
}

/** The coded pixels of a scan, up to the marker that ends it. */
async function* passScan(reader: ByteReader): AsyncGenerator<Uint8Array> {
  for (;;) {
    const arrived = await reader.takeArrived(2)
    const end = findMarker(arrived)
    if (end === undefined) {
      // Whether the last byte begins a marker, the next one tells.
      const sure = arrived.at(-1) === 0xff ? arrived.length - 1 : arrived.length
      reader.giveBack(arrived.subarray(sure))
      yield arrived.subarray(0, sure)
    } else {
      reader.giveBack(arrived.subarray(end))
      yield arrived.subarray(0, end)
      return
    }
  }
}

/** Where in coded pixels a marker begins: 0xff that is neither stuffed (0x00), a restart (0xd0–0xd7) nor filling (0xff). */
function findMarker(bytes: Buffer): number | undefined {
  for (let at = bytes.indexOf(0xff); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    const isCoded = next === 0x00 || next === 0xff || (next >= 0xd0 && next <= 0xd7)
    if (!isCoded) return at
  }
  return undefined
}
