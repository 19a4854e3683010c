import { ByteReader } from './byte-reader.ts'
import { stripHeic } from './strip-heic.ts'
import { stripJpeg } from './strip-jpeg.ts'
import { stripPng } from './strip-png.ts'

const strippers: Readonly<Record<string, (reader: ByteReader) => AsyncGenerator<Uint8Array>>> = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  'image/heic': stripHeic,
  'image/heif': stripHeic,
}

/**
 * A file as it is kept: of a picture, the picture alone, while it streams (ASVS 5.0, 5.4: where, when and with what it was taken is
 * nobody's business). Other files as they are. Refuses pictures that can't be read, or have too many pixels.
 */
export function stripMetadata(mediaType: string, bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const strip = strippers[mediaType]
  return strip ? strip(new ByteReader(bytes)) : bytes
}
