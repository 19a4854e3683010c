import { Zip, ZipPassThrough } from 'fflate'

/** A file on its way into a zip; its bytes are read when it is its turn. */
export type ZipEntry = { readonly name: string; readonly bytes: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array> }

/**
 * Writes files as a zip, piece by piece, so that it takes no more memory than a piece. Nothing is compressed: most of it is PDF and pictures. `at` is
 * the files' time.
 */
export async function* zipped(entries: Iterable<ZipEntry>, at: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  for (const { name, bytes } of entries) {
    const file = new ZipPassThrough(name)
    file.mtime = at
    zip.add(file)
    for await (const chunk of bytes()) {
      file.push(Uint8Array.from(chunk))
      yield* ready.splice(0)
    }
    file.push(new Uint8Array(0), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}
