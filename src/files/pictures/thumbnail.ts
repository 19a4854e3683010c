import { buffer } from 'node:stream/consumers'
import { Refused } from '../refusal.ts'
import { mostPixels } from './pixels.ts'

/** Pixels of the longer side: twice what the page shows, for dense screens. */
const side = 192

/** Seconds for one picture; a large photo takes a tenth of one. */
const patience = 10

/** What can be shown small. HEIC can't: its decoder is patented, and not in the library. */
const decoded: ReadonlySet<string> = new Set(['image/jpeg', 'image/png'])

/** Whether pictures of a media type are shown small. */
export const isShownSmall = (mediaType: string): boolean => decoded.has(mediaType)

/** The media type of every small picture. */
export const thumbnailType = 'image/webp'

/** Loaded with the first picture: most processes never see one. Which decoder runs, our own reading of the head has decided. */
async function loadSharp() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

let loading: ReturnType<typeof loadSharp> | undefined
let last: Promise<unknown> = Promise.resolve()

/** A picture made small and upright, as WebP, and how many pixels the large one has when it stands upright. */
export type Thumbnail = {
  readonly picture: Buffer
  readonly pixels: { readonly width: number; readonly height: number }
}

/** Makes a picture small. One at a time, since each is held in memory. Refuses what can't be decoded. */
export async function makeThumbnail(open: () => Promise<AsyncIterable<Uint8Array>>): Promise<Thumbnail> {
  const made = last.then(async () => await shrink(await open()))
  last = made.catch(() => undefined)
  return await made
}

async function shrink(bytes: AsyncIterable<Uint8Array>): Promise<Thumbnail> {
  loading ??= loadSharp()
  const sharp = await loading
  const large = await buffer(bytes)
  try {
    const read = sharp(large, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
    const { width, height } = (await read.metadata()).autoOrient
    const picture = await read
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 70 })
      .timeout({ seconds: patience })
      .toBuffer()
    return { picture, pixels: { width, height } }
  } catch {
    throw new Refused('unreadable')
  }
}
