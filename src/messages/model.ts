import type { ReceivedFile } from '../platform/http/received-file.ts'

/** Which side of the counter a message comes from. */
export type Side = 'citizen' | 'staff'

/** A message as a reader may see it. */
export type Message = {
  readonly id: string
  readonly sender: Side
  /** Written by the reader themselves. */
  readonly own: boolean
  /** The writer's name; undefined when it is unknown or must not be shown to this reader. */
  readonly senderName: string | undefined
  /** It is not told, since a party of the case has protected identity. */
  readonly nameIsHidden: boolean
  readonly sentAt: Date
  /** As it was typed. */
  readonly text: string
  readonly unread: boolean
  readonly attachments: readonly MessageAttachment[]
}

export type MessageAttachment = {
  readonly fileId: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** No scanner has looked for viruses in it. */
  readonly unchecked: boolean
}

/** What may be sent. Attachments as in the forms: what people photograph and scan (demonstration content, "Bilagor"). */
export const messageLimits = {
  /** Characters. */
  text: 10_000,
  files: 10,
  /** Bytes of each file: 10 MB. */
  fileSize: 10_000_000,
  /** Bytes of all files that come with a citizen's messages in one case: as many as one application may hold. */
  filesOfCase: 250_000_000,
  /** Media types, told by content. */
  accepted: ['application/pdf', 'image/jpeg', 'image/png', 'image/heic', 'image/heif'],
} as const

/** What is wrong with a message that can't be sent as it is. */
export type MessageProblem =
  | { readonly kind: 'text-missing' }
  | { readonly kind: 'text-too-long'; readonly length: number }
  | { readonly kind: 'too-many-files' }
  | {
      readonly kind: 'file-refused'
      readonly name: string
      readonly reason: Extract<ReceivedFile, { stored: false }>['reason']
    }

/** Line breaks as one character each, however the browser sent them; without the one character that no database keeps. */
export const normalised = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\0', '')

/** Everything that must be mended before a message can be sent. */
export function problemsIn(text: string, files: readonly ReceivedFile[]): readonly MessageProblem[] {
  const length = [...normalised(text)].length
  const ofText: readonly MessageProblem[] =
    text.trim() === ''
      ? [{ kind: 'text-missing' }]
      : length > messageLimits.text
        ? [{ kind: 'text-too-long', length }]
        : []
  const ofFiles = files.flatMap((file): readonly MessageProblem[] =>
    file.stored ? [] : [{ kind: 'file-refused', name: file.name, reason: file.reason }],
  )
  const tooMany: readonly MessageProblem[] = files.length > messageLimits.files ? [{ kind: 'too-many-files' }] : []
  return [...ofText, ...tooMany, ...ofFiles]
}

/** The first file of a message for which there is no room, of so many bytes. */
export function filesOver(files: readonly ReceivedFile[], room: number): readonly MessageProblem[] {
  let left = room
  for (const file of files) {
    if (!file.stored) continue
    left -= file.size
    if (left < 0) return [{ kind: 'file-refused', name: file.name, reason: 'quota' }]
  }
  return []
}
