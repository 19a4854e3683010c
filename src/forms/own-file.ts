import { z } from 'zod'
import { LocalizedText } from '../platform/texts/localized.ts'

/** A name of a file as it stands in a folder and in addresses: small letters, digits, hyphens, and what kind it says it is. */
export const OwnFileName = z
  .string()
  .max(80)
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*\.(pdf|png|jpg)$/,
    'must be small letters, digits and hyphens, with .pdf, .png or .jpg',
  )

/** A file of the service itself to read or print. The author writes its name and label; what the file is, is written beside them when it is published. */
export const OwnFile = z
  .strictObject({
    file: OwnFileName,
    label: LocalizedText,
    /** SHA-256 in hexadecimal. */
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    /** Bytes. */
    size: z.int().min(1).optional(),
  })
  .readonly()

export type OwnFile = z.infer<typeof OwnFile>

/** How much of a checksum stands in an address: enough that no two files have the same. */
const shownOfChecksum = 20

/** What a published file's address looks like. */
export const OwnFileAddress = z
  .string()
  .max(shownOfChecksum + 81)
  .regex(/^[0-9a-f]{20}-[a-z0-9.-]+$/)

/** The name under which a published file is given out. It follows what the file holds, so that a version keeps the file that it was published with. */
export const ownFileAddress = ({ file, sha256 }: { readonly file: string; readonly sha256: string }): string =>
  `${sha256.slice(0, shownOfChecksum)}-${file}`

/** The path of a published file; undefined for one that hasn't been published. */
export const ownFilePath = ({ file, sha256 }: OwnFile): string | undefined =>
  sha256 === undefined ? undefined : `/filer/${ownFileAddress({ file, sha256 })}`

/** What a reader is told of the kind of a file: "PDF". */
export const kindOfOwnFile = ({ file }: OwnFile): string => file.slice(file.lastIndexOf('.') + 1).toUpperCase()
