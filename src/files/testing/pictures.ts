import sharp, { type Sharp } from 'sharp'

/** What every picture here tells besides itself, in plain text. */
export const toldPlace = 'Kanariegatan 13'

type Kind = 'jpeg' | 'progressive' | 'png' | 'heic'

/**
 * A photo as a phone makes it: taken upright with the camera on its side (orientation 6), with place, time, camera, XMP, a colour
 * profile, and something hung on behind. HEIC is played by AVIF, the same container with another codec.
 */
export async function aPhoto(kind: Kind, { width = 320, height = 240 } = {}): Promise<Buffer> {
  const noise = await sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 120, sigma: 40 } },
  })
    .png()
    .toBuffer()
  const told = sharp(noise)
    .withMetadata({ orientation: 6 })
    .withIccProfile('p3')
    .withExifMerge({
      IFD0: { Make: 'Kamera', ImageDescription: toldPlace },
      IFD2: { DateTimeOriginal: '2026:03:03 14:30:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 20/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '18/1 4/1 0/1' },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>${toldPlace}</rdf:RDF></x:xmpmeta>`)
  const bytes = await encoded(told, kind)
  return kind === 'heic' ? bytes : Buffer.concat([bytes, Buffer.from(`film: ${toldPlace}`)])
}

async function encoded(picture: Sharp, kind: Kind): Promise<Buffer> {
  switch (kind) {
    case 'jpeg':
      return withComment(await picture.jpeg({ quality: 90 }).toBuffer())
    case 'progressive':
      return withComment(await picture.jpeg({ progressive: true }).toBuffer())
    case 'png':
      return await picture.png().toBuffer()
    case 'heic': {
      const bytes = await picture.heif({ compression: 'av1', effort: 0 }).toBuffer()
      bytes.write('heic', 8, 'latin1')
      return bytes
    }
  }
}

/** A JPEG with a comment (COM) after its first two bytes. */
function withComment(jpeg: Buffer): Buffer {
  const text = Buffer.from(toldPlace)
  const head = Buffer.of(0xff, 0xfe, 0, text.length + 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2)])
}
