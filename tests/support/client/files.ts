import { crc32, deflateSync } from 'node:zlib'

/** A file that is what its first bytes say, with a word hidden in it and in its name. */
export type SampleFile = { readonly name: string; readonly bytes: Uint8Array }

/** A part of a PNG: length, type, data and their checksum. */
function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  const bytes = Buffer.alloc(named.length + 8)
  bytes.writeUInt32BE(data.length)
  named.copy(bytes, 4)
  bytes.writeUInt32BE(crc32(named), named.length + 4)
  return bytes
}

/** A black picture in passport format, of one bit a pixel. */
function blackPicture(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  const rows = Buffer.alloc(height * (1 + Math.ceil(width / 8)))
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const none = new Uint8Array()
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', none)])
}

const passportPhoto = blackPicture(600, 800)

/** A picture that is large enough for a passport. PNG ignores what follows its last chunk; a decoder never shows it. */
export const aPicture = (hidden = ''): SampleFile => ({
  name: `bild${hidden}.png`,
  bytes: Buffer.concat([passportPhoto, Buffer.from(hidden)]),
})

/** A PDF without a page. */
export const aDocument = (hidden = ''): SampleFile => ({
  name: `intyg${hidden}.pdf`,
  bytes: Buffer.from(`%PDF-1.4\n% ${hidden}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`),
})
