import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BlobMissing, type BlobStore, requireBlobName, StorageFull } from './blob-store.ts'

/** Blobs as files below a folder, spread over 256 sub-folders; written beside, synced, then moved into place. */
export function diskBlobStore(folder: string): BlobStore {
  const pathOf = (name: string) => join(folder, requireBlobName(name).slice(0, 2), name)
  return {
    async write(name, bytes) {
      const path = pathOf(name)
      const part = `${path}.part`
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        const file = await open(part, 'wx', 0o600)
        try {
          for await (const chunk of bytes) await file.write(chunk)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(part, path)
        await syncFolder(dirname(path))
      } catch (error) {
        await rm(part, { force: true })
        throw isFull(error) ? new StorageFull({ cause: error }) : error
      }
    },
    async read(name) {
      const stream = createReadStream(pathOf(name))
      try {
        await once(stream, 'open')
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new BlobMissing(name)
        throw error
      }
      return stream
    },
    remove: (name) => rm(pathOf(name), { force: true }),
    async *listOlderThan(time) {
      for (const part of await readdir(folder).catch(() => [])) {
        for (const name of await readdir(join(folder, part))) {
          const facts = await stat(join(folder, part, name)).catch(() => undefined)
          if (facts && facts.mtime < time) yield name
        }
      }
    },
  }
}

/** The disk, or what this user may have of it, is full. */
const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')

/** A rename lasts through a power cut once its folder is on disk, too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
