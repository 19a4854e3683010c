import { deflateSync } from 'node:zlib'

/** A file as Playwright hands it to a file field. */
export type TestFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

const crcTable = Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

const crc = (bytes: Buffer): number => {
  let value = 0xffffffff
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, check])
}

/** A grey picture in passport format. */
export function aPhoto(name = 'foto.png'): TestFile {
  const [width, height] = [600, 800]
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (width + 1), 200)
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const buffer = Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return { name, mimeType: 'image/png', buffer }
}

/** A document of one empty page, with a text of one's own in it. */
export const aPdf = (name = 'läkarintyg.pdf', text = 'intyg'): TestFile => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    `%PDF-1.4\n% ${text}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  ),
})

/** A program that calls itself a document. */
export const aProgram = (name = 'intyg.pdf'): TestFile => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(4096)]),
})

/** A document of so many bytes. */
export const aLargePdf = (bytes: number, name = 'stor.pdf'): TestFile => {
  const { buffer, ...file } = aPdf(name)
  return { ...file, buffer: Buffer.concat([buffer, Buffer.alloc(bytes - buffer.length, '%')]) }
}

export const anEmptyFile = (name = 'tom.pdf'): TestFile => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.alloc(0),
})
