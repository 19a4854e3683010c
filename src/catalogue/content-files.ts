import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import type { Json } from '../forms/json.ts'
import { OwnFile, OwnFileName } from '../forms/own-file.ts'
import { sha256 } from '../platform/cryptography/sealing.ts'

/** A service's own file as it lies in the content folder, looked at. */
export type ContentFile = {
  readonly name: string
  readonly mediaType: string
  readonly sha256: Uint8Array
  readonly bytes: Buffer
}

/** Heaviest file that a service may offer, in bytes: somebody fetches it by telephone. */
const heaviest = 5_000_000

const typesByEnding = { pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg' } as const

/** Reads a file of a municipality's `files` folder. Throws with its name when it isn't there, is empty or too heavy, or isn't what its ending says. */
export async function readContentFile(folder: string, name: string): Promise<ContentFile> {
  const path = join(folder, 'files', OwnFileName.parse(name))
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new Error(`${path} can't be read`, { cause })
  })
  if (bytes.length === 0) throw new Error(`${path} is empty`)
  if (bytes.length > heaviest) throw new Error(`${path} is heavier than ${heaviest} bytes`)
  const { mime } = (await fileTypeFromBuffer(bytes)) ?? {}
  const [, wanted] = Object.entries(typesByEnding).find(([ending]) => name.endsWith(`.${ending}`)) ?? []
  if (mime === undefined || mime !== wanted) throw new Error(`${path} is ${mime ?? 'of no known type'}, not ${wanted}`)
  return { name, mediaType: mime, sha256: sha256(bytes), bytes }
}

type JsonObject = { readonly [name: string]: Json }

const isList = (json: Json): json is readonly Json[] => Array.isArray(json)

const isObject = (json: Json): json is JsonObject => typeof json === 'object' && json !== null && !isList(json)

/** The own files that a definition, as written, offers. Call it with one that can be published: what is not one is passed over. */
export function ownFilesIn(json: Json): readonly OwnFile[] {
  const files: OwnFile[] = []
  mapFiles(json, (file) => {
    const read = OwnFile.safeParse(file)
    if (read.success) files.push(read.data)
    return file
  })
  return files
}

/** A definition with what each of its own files is, beside the file's name: so a version keeps the files that it was published with. */
export const withFiles = (json: Json, find: (name: string) => ContentFile | undefined): Json =>
  mapFiles(json, (file) => {
    const { file: name } = file
    const found = typeof name === 'string' ? find(name) : undefined
    return found ? { ...file, sha256: Buffer.from(found.sha256).toString('hex'), size: found.bytes.length } : file
  })

/** The same JSON with others in place of the members of every list called `files`. */
function mapFiles(json: Json, map: (file: JsonObject) => Json): Json {
  if (isList(json)) return json.map((member) => mapFiles(member, map))
  if (!isObject(json)) return json
  return Object.fromEntries(
    Object.entries(json).map(([name, member]) => [
      name,
      name === 'files' && isList(member)
        ? member.map((file) => (isObject(file) ? map(file) : file))
        : mapFiles(member, map),
    ]),
  )
}
