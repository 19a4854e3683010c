import { unzipSync } from 'fflate'
import { checksumOf, checksumsName, readChecksums } from '../../src/documents/evidence/checksums.ts'
import type { Files } from '../../src/documents/evidence/evidence-files.ts'

/** What lies in a bundle, by path, and what is wrong with it as files: a sentence each, which names the file. */
export type ReadBundle = { readonly files: Files; readonly problems: readonly string[] }

/** Most bytes that a bundle may unpack to: what is sent in at once is limited to 250 million. */
const mostBytes = 2_000_000_000

/** Names as bundles have them, in folders: no way out of where it is unpacked, nothing hidden, and nothing that two systems read in two ways. */
const fitName = /^(?:[A-Za-z0-9][A-Za-z0-9._-]*\/)*[A-Za-z0-9][A-Za-z0-9._-]*$/

/** Unpacks a bundle and compares every file with its checksum. */
export function readBundle(zip: Uint8Array): ReadBundle {
  const names: string[] = []
  let bytes = 0
  let unpacked: Readonly<Record<string, Uint8Array>>
  try {
    unpacked = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        bytes += originalSize
        return bytes <= mostBytes && fitName.test(name)
      },
    })
  } catch {
    return { files: new Map(), problems: ["the bundle: can't be read as a zip"] }
  }
  if (bytes > mostBytes) return { files: new Map(), problems: ['the bundle: holds more than two gigabytes'] }
  const files = new Map(Object.entries(unpacked))
  // Which of two files by one name is unpacked depends on the program that does it.
  const twice = names.filter((name, index) => names.indexOf(name) !== index)
  return {
    files,
    problems: [
      ...names.filter((name) => !fitName.test(name)).map((name) => `${name}: isn't a name of a file in a bundle`),
      ...twice.map((name) => `${name}: is in the bundle twice`),
      ...problemsOfChecksums(files),
    ],
  }
}

function problemsOfChecksums(files: Files): readonly string[] {
  const list = files.get(checksumsName)
  const sums = list && readChecksums(new TextDecoder().decode(list))
  if (!sums) return [`${checksumsName}: ${list ? 'is no list of checksums' : 'is missing'}`]
  const others = [...files].filter(([name]) => name !== checksumsName)
  return [
    ...others.flatMap(([name, bytes]) => {
      const sum = sums.get(name)
      if (sum === undefined) return [`${name}: isn't in ${checksumsName}`]
      return sum === checksumOf(bytes) ? [] : [`${name}: isn't the file that ${checksumsName} has the checksum of`]
    }),
    ...[...sums.keys()].flatMap((name) => (files.has(name) ? [] : [`${name}: is in ${checksumsName}, and missing`])),
  ]
}
