import { Refused } from '../refusal.ts'
import type { ByteReader } from './byte-reader.ts'
import { type Box, boxesIn, Fields, headOf } from './heic-boxes.ts'
import { firstInfo, type Kept, keptItems, type Range } from './heic-items.ts'
import { requireFewPixels } from './pixels.ts'

/** Bytes of the box that says what lies where. */
const longestMeta = 4_000_000

/** Bytes that are held while it isn't known yet what they are. Cameras write the box that says so first. */
const mostHeld = 50_000_000

/** Parts of `meta` that pictures need (ISO 23008-12). */
const needed: ReadonlySet<string> = new Set([
  'hdlr',
  'pitm',
  'iloc',
  'iinf',
  'iref',
  'iprp',
  'idat',
  'grpl',
  'dinf',
  'ipro',
])

/** A box of the file as it came, when it must be held. */
type Held = { readonly type: string; readonly at: number; readonly head: Buffer; readonly body: Buffer }

/**
 * A HEIC with zeros wherever something else stood than its pictures: Exif, XMP, films and what else phones add. Nothing moves, since
 * boxes name places in the file. Which way it is turned is a property of the picture itself. Refuses what can't be read to its end.
 */
export async function* stripHeic(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const held: Held[] = []
  let kept: Kept | undefined
  while (!(await reader.isAtEnd())) {
    const at = reader.position
    const { type, length, head } = await readHead(reader)
    // A second `ftyp` could hold anything.
    if ((at === 0) !== (type === 'ftyp')) throw new Refused('unreadable')
    if (type === 'meta') {
      if (kept || length > longestMeta) throw new Refused('unreadable')
      const body = await reader.take(length)
      kept = readMeta(body)
      held.push({ type, at, head, body: cleanMeta(body, kept) })
      for (const box of held.splice(0)) yield* cleanBox(box, kept.inFile)
    } else if (kept) {
      yield headFor(type, head)
      for await (const piece of reader.pass(length)) {
        const place = reader.position - piece.length
        yield type === 'mdat' ? onlyRanges(piece, place, kept.inFile) : Buffer.alloc(piece.length)
      }
    } else {
      const isTooMuch = held.reduce((sum, { body }) => sum + body.length, length) > mostHeld
      if (isTooMuch) throw new Refused('unreadable')
      held.push({ type, at, head, body: await reader.take(length) })
    }
  }
  if (!kept) throw new Refused('unreadable')
}

/** The head of the next box, and the length of its body. A box without end would have to be the last: no camera writes one. */
async function readHead(reader: ByteReader) {
  const short = await reader.take(8)
  const head = short.readUInt32BE() === 1 ? Buffer.concat([short, await reader.take(8)]) : short
  const { type, size } = headOf(head)
  if (size < head.length || !Number.isSafeInteger(size)) throw new Refused('unreadable')
  return { type, head, length: size - head.length }
}

/** A box that isn't one of the picture's becomes free space. */
function headFor(type: string, head: Buffer): Buffer {
  if (type === 'mdat' || type === 'ftyp' || type === 'meta') return head
  const free = Buffer.from(head)
  free.write('free', 4, 'latin1')
  return free
}

function* cleanBox({ type, at, head, body }: Held, ranges: readonly Range[]): Generator<Uint8Array> {
  yield headFor(type, head)
  if (type === 'ftyp' || type === 'meta') yield body
  else yield type === 'mdat' ? onlyRanges(body, at + head.length, ranges) : Buffer.alloc(body.length)
}

/** Some bytes, which begin at a place, with zeros outside the ranges. */
function onlyRanges(bytes: Buffer, place: number, ranges: readonly Range[]): Buffer {
  const clean = Buffer.alloc(bytes.length)
  for (const { from, to } of ranges) {
    const start = Math.max(from - place, 0)
    const end = Math.min(to - place, bytes.length)
    if (start < end) bytes.copy(clean, start, start, end)
  }
  return clean
}

/** Where the pictures lie; refuses those of too many pixels. */
function readMeta(meta: Buffer): Kept {
  const boxes = metaBoxes(meta)
  const find = (type: string): Box => {
    const found = boxes.find((box) => box.type === type)
    if (!found) throw new Refused('unreadable')
    return found
  }
  const iprp = find('iprp')
  for (const ipco of boxesIn(meta, iprp.body, iprp.end).filter(({ type }) => type === 'ipco')) {
    for (const ispe of boxesIn(meta, ipco.body, ipco.end).filter(({ type }) => type === 'ispe')) {
      const fields = new Fields(meta, ispe.body + 4, ispe.end)
      requireFewPixels(fields.number(4), fields.number(4))
    }
  }
  const iinf = find('iinf')
  const infos = boxesIn(meta, firstInfo(meta, iinf), iinf.end)
  return keptItems(meta, find('iloc'), infos)
}

/** The box `meta` with zeros outside what pictures need. */
function cleanMeta(meta: Buffer, { inData }: Kept): Buffer {
  const clean = Buffer.from(meta)
  for (const { type, start, body, end } of metaBoxes(meta)) {
    if (type === 'idat') onlyRanges(meta.subarray(body, end), 0, inData).copy(clean, body)
    if (needed.has(type)) continue
    clean.fill(0, body, end)
    clean.write('free', start + 4, 'latin1')
  }
  return clean
}

/** After version and flags. */
const metaBoxes = (meta: Buffer): readonly Box[] => boxesIn(meta, 4, meta.length)
