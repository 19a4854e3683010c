/** Tag and type of the one fact of Exif that a picture needs: how it is to be turned (Exif 2.32, 4.6.4 A). */
const orientationTag = 0x0112
const shortType = 3

/** Upright: what a picture that says nothing is. */
const upright = 1

/** How a picture is to be turned, 1–8, out of its Exif data (a TIFF header and what follows); 1 when that can't be read. */
export function readOrientation(tiff: Buffer): number {
  const order = tiff.subarray(0, 4).toString('latin1')
  const little = order === 'II*\0'
  if (!little && order !== 'MM\0*') return upright
  const at = (offset: number, bytes: 2 | 4): number => {
    if (offset + bytes > tiff.length) return 0
    return little ? tiff.readUIntLE(offset, bytes) : tiff.readUIntBE(offset, bytes)
  }
  const directory = at(4, 4)
  const count = at(directory, 2)
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12
    if (entry + 12 > tiff.length) return upright
    if (at(entry, 2) !== orientationTag || at(entry + 2, 2) !== shortType) continue
    const value = at(entry + 8, 2)
    return value >= 1 && value <= 8 ? value : upright
  }
  return upright
}

/** Exif data that says how to turn the picture and nothing else; undefined for one that stands upright already. */
export function orientationOnly(orientation: number): Buffer | undefined {
  if (orientation === upright) return undefined
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(orientationTag, 10)
  tiff.writeUInt16BE(shortType, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return tiff
}
