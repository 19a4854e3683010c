import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newKey } from '../platform/cryptography/sealing.ts'
import { decrypt, encrypt } from './frames.ts'

async function* chunks(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

const collect = async (source: AsyncIterable<Uint8Array>) => {
  const parts: Uint8Array[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}

const frame = 64 * 1024
const sizes = fc.oneof(fc.constantFrom(0, 1, frame - 1, frame, frame + 1, 3 * frame), fc.nat(200_000))

test('what goes in comes out, whatever the size and however it is cut up', async () => {
  await fc.assert(
    fc.asyncProperty(
      sizes,
      fc.integer({ min: 700, max: 100_000 }),
      fc.integer({ min: 700, max: 100_000 }),
      async (size, first, second) => {
        const plain = Buffer.alloc(size, 'innehåll')
        const key = newKey()
        const sealed = await collect(encrypt(key, 'f', chunks(plain, first)))
        expect((await collect(decrypt(key, 'f', chunks(sealed, second)))).equals(plain)).toBe(true)
      },
    ),
    { numRuns: 20 },
  )
})

test('a file that is changed, cut off, put together anew or opened as another is refused', async () => {
  const key = newKey()
  const sealed = await collect(encrypt(key, 'f', chunks(Buffer.alloc(3 * frame, 'a'), frame)))
  const open = (bytes: Uint8Array, id = 'f', with_ = key) => collect(decrypt(with_, id, chunks(bytes, 50_000)))
  const flipped = Buffer.from(sealed)
  flipped[frame + 5] = (flipped[frame + 5] ?? 0) ^ 1
  const length = frame + 16
  const swapped = Buffer.concat([
    sealed.subarray(length, 2 * length),
    sealed.subarray(0, length),
    sealed.subarray(2 * length),
  ])
  await expect(open(flipped)).rejects.toThrow()
  await expect(open(sealed.subarray(0, 2 * length))).rejects.toThrow()
  await expect(open(swapped)).rejects.toThrow()
  await expect(open(sealed, 'another')).rejects.toThrow()
  await expect(open(sealed, 'f', newKey())).rejects.toThrow()
  await expect(open(Buffer.alloc(0))).rejects.toThrow()
})
