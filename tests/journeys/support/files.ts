import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

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

/** A grey picture, in passport format unless told. */
export function aPhoto(name = 'foto.png', { width, height } = { width: 600, height: 800 }): TestFile {
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

/** What a camera writes in a photo besides the picture. */
export const cameraMaker = 'Kanariekamera'

/** A photo as a phone takes it: with where and when it was taken, and by what. */
export async function aCameraPhoto(name: string): Promise<TestFile> {
  const buffer = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#777' } })
    .withExif({
      IFD0: { Make: cameraMaker },
      IFD2: { DateTimeOriginal: '2026:03:03 14:30:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '63/1 49/1 33/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '20/1 15/1 51/1',
      },
    })
    .jpeg()
    .toBuffer()
  return { name, mimeType: 'image/jpeg', buffer }
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
