import { Refused } from '../refusal.ts'
import { type Box, Fields } from './heic-boxes.ts'

/** Bytes from one place up to another. */
export type Range = { readonly from: number; readonly to: number }

/** Where the bytes of the picture's items lie: in the file, and in the box `idat`. */
export type Kept = { readonly inFile: readonly Range[]; readonly inData: readonly Range[] }

/** Items that are pictures, or put some together (ISO 23008-12). What else there is tells of the picture: Exif, XMP, links. */
const pictures: ReadonlySet<string> = new Set(['hvc1', 'hev1', 'av01', 'avc1', 'jpeg', 'grid', 'iovl', 'iden', 'tmap'])

/** Where the bytes lie that stay, out of the entries of `iinf` and the box `iloc`. */
export function keptItems(bytes: Buffer, iloc: Box, infos: readonly Box[]): Kept {
  const kept = new Set(
    infos
      .map((box) => readInfo(bytes, box))
      .filter(({ type }) => pictures.has(type))
      .map(({ id }) => id),
  )
  const locations = readLocations(bytes, iloc).filter(({ id }) => kept.has(id))
  if (kept.size === 0) throw new Refused('unreadable')
  return {
    inFile: locations.filter(({ method }) => method === 0).flatMap(({ ranges }) => ranges),
    inData: locations.filter(({ method }) => method === 1).flatMap(({ ranges }) => ranges),
  }
}

/** Where the entries of `iinf` begin: after its version and their number. */
export const firstInfo = (bytes: Buffer, iinf: Box): number => iinf.body + ((bytes[iinf.body] ?? 0) === 0 ? 6 : 8)

function readInfo(bytes: Buffer, box: Box): { readonly id: number; readonly type: string } {
  const fields = new Fields(bytes, box.body, box.end)
  const version = fields.number(4) >>> 24
  if (version < 2) throw new Refused('unreadable')
  const id = fields.number(version === 2 ? 2 : 4)
  fields.number(2)
  return { id, type: fields.name() }
}

type Location = { readonly id: number; readonly method: number; readonly ranges: readonly Range[] }

/** ISO 14496-12, 8.11.3. */
function readLocations(bytes: Buffer, box: Box): readonly Location[] {
  const fields = new Fields(bytes, box.body, box.end)
  const version = fields.number(4) >>> 24
  const sizes = fields.number(2)
  const size = { offset: sizes >>> 12, length: (sizes >>> 8) & 15, base: (sizes >>> 4) & 15, index: sizes & 15 }
  const count = fields.number(version < 2 ? 2 : 4)
  return Array.from({ length: count }, () => {
    const id = fields.number(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : fields.number(2) & 15
    // Bytes that lie in another file can't be looked at.
    if (fields.number(2) !== 0) throw new Refused('unreadable')
    const base = fields.number(size.base)
    const extents = fields.number(2)
    const ranges = Array.from({ length: extents }, () => {
      if (version > 0) fields.number(size.index)
      const from = base + fields.number(size.offset)
      const length = fields.number(size.length)
      return { from, to: length === 0 ? Number.POSITIVE_INFINITY : from + length }
    })
    return { id, method, ranges }
  })
}
