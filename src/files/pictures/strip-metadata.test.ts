import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { Refused } from '../refusal.ts'
import { aPhoto, toldPlace } from '../testing/pictures.ts'
import { mostPixels } from './pixels.ts'
import { stripMetadata } from './strip-metadata.ts'

async function* chunks(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

const strip = async (mediaType: string, bytes: Uint8Array, length = 65_536) =>
  await buffer(stripMetadata(mediaType, chunks(bytes, length)))

/** The pixels as they are stored, not turned. AVIF, which plays HEIC, is decoded under its own name. */
async function pixels(bytes: Buffer) {
  const own = Buffer.from(bytes)
  if (own.subarray(4, 12).toString('latin1') === 'ftypheic') own.write('avif', 8, 'latin1')
  return await sharp(own).raw().toBuffer()
}

describe.each([
  ['jpeg', 'image/jpeg'],
  ['progressive', 'image/jpeg'],
  ['png', 'image/png'],
  ['heic', 'image/heic'],
] as const)('a photo: %s', (kind, mediaType) => {
  let photo: Buffer
  beforeAll(async () => {
    photo = await aPhoto(kind)
  })

  test('keeps its pixels, and nothing that tells where, when and with what it was taken', async () => {
    expect(photo.includes(toldPlace)).toBe(true)
    const stripped = await strip(mediaType, photo)
    for (const told of [toldPlace, 'Kamera', '2026:03:03', 'xmpmeta', 'GPS'])
      expect([told, stripped.includes(told)]).toEqual([told, false])
    expect((await pixels(stripped)).equals(await pixels(photo))).toBe(true)
  })

  test('comes out the same however it is cut up, and from itself', async () => {
    const whole = await strip(mediaType, photo)
    expect((await strip(mediaType, whole)).equals(whole)).toBe(true)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 20, max: 5_000 }), async (length) => {
        expect((await strip(mediaType, photo, length)).equals(whole)).toBe(true)
      }),
      { numRuns: 10 },
    )
  })

  test('is refused when it ends before its end', async () => {
    const whole = await strip(mediaType, photo)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
        await expect(strip(mediaType, whole.subarray(0, length))).rejects.toThrow(Refused)
      }),
      { numRuns: 30 },
    )
  })

  test('whatever is changed in it, it is either stripped or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(3_000), fc.nat(255), async (place, value) => {
        const broken = Buffer.from(photo)
        broken[place] = value
        const outcome = await strip(mediaType, broken).catch((error: unknown) => error)
        expect(outcome instanceof Refused || outcome instanceof Buffer).toBe(true)
      }),
      // In the HEIC photo: a number that claims to be nine bytes long.
      { numRuns: 300, examples: [[85, 105]] },
    )
  })
})

test.each(['jpeg', 'progressive', 'png'] as const)(
  'a %s that must be turned says so still, and nothing else',
  async (kind) => {
    const mediaType = kind === 'png' ? 'image/png' : 'image/jpeg'
    const stripped = await sharp(await strip(mediaType, await aPhoto(kind))).metadata()
    expect(stripped).toMatchObject({ orientation: 6, hasProfile: true })
    expect(stripped.exif?.length).toBeLessThanOrEqual(32)
    expect(stripped.xmp).toBeUndefined()
  },
)

test('a picture that stands upright says nothing at all', async () => {
  const plain = await sharp(await aPhoto('jpeg'))
    .jpeg()
    .toBuffer()
  expect((await sharp(await strip('image/jpeg', plain)).metadata()).exif).toBeUndefined()
})

/** A picture's own head, told to be of another size. */
function resized(bytes: Buffer, at: number, [width, height]: readonly [number, number], length: 2 | 4) {
  const changed = Buffer.from(bytes)
  changed.writeUIntBE(width, at, length)
  changed.writeUIntBE(height, at + length, length)
  return changed
}

test('a picture that would unfold without end is refused by its head', async () => {
  const side = Math.ceil(Math.sqrt(mostPixels)) + 1
  const size = [side, side] as const
  const plain = { create: { width: 8, height: 8, channels: 3, background: 'red' } } as const
  const png = resized(await sharp(plain).png().toBuffer(), 16, size, 4)
  const jpeg = await sharp(plain).jpeg().toBuffer()
  const frame = resized(jpeg, jpeg.indexOf(Buffer.of(0xff, 0xc0)) + 5, size, 2)
  const heif = await sharp(plain).heif({ compression: 'av1' }).toBuffer()
  const heic = resized(heif, heif.indexOf('ispe') + 8, size, 4)
  for (const [mediaType, bytes] of [
    ['image/png', png],
    ['image/jpeg', frame],
    ['image/heic', heic],
  ] as const) {
    await expect(strip(mediaType, bytes)).rejects.toMatchObject({ reason: 'too-many-pixels' })
  }
})

test('other files go through as they are', async () => {
  expect((await strip('application/pdf', Buffer.from('%PDF-1.7 intyg'))).toString()).toBe('%PDF-1.7 intyg')
})
