import type { Json } from '../forms/json.ts'
import type { Problem } from '../forms/problem.ts'
import { refusal } from '../forms/questions/attachments/changes.ts'
import { type AttachmentsQuestion, maxFileSize } from '../forms/questions/attachments/limits.ts'
import type { ReceivedFile } from '../platform/http/received-file.ts'
import type { TextKey } from '../platform/texts/catalogue.ts'
import { mostBytes, mostFiles } from './limits.ts'

type RefusalReason = Extract<ReceivedFile, { stored: false }>['reason']

/** What only receiving a file can tell. The other reasons are those of the question's own limits. */
const refusedKeys: Readonly<Partial<Record<RefusalReason, TextKey>>> = {
  unreadable: 'drafts.problem.file-unreadable',
  'too-many-pixels': 'drafts.problem.file-pixels',
  infected: 'drafts.problem.file-infected',
  'not-scanned': 'drafts.problem.file-not-scanned',
  'no-room': 'drafts.problem.file-no-room',
  quota: 'drafts.problem.quota',
}

type Standing = {
  /** As it is shown. */
  readonly name: string
  /** What lies in the question already. */
  readonly typed: Json | undefined
  /** All files of the draft. */
  readonly present: readonly { readonly size: number }[]
  /** Bytes that the owner's open drafts may still take, and may have in all. */
  readonly room: number
  readonly quota: number
}

/** Why a file that came in can't be added to a question; undefined when it can. */
export function fileProblem(question: AttachmentsQuestion, file: ReceivedFile, at: Standing): Problem | undefined {
  const { name, typed, present, room, quota } = at
  const isOver = file.stored && file.size > room
  const key = isOver ? 'drafts.problem.quota' : file.stored ? undefined : refusedKeys[file.reason]
  if (key) return { questionId: question.id, key, values: { name, max: { bytes: quota } } }
  return refusal(question, typed, measured(question, file, name)) ?? draftProblem(question, present, file)
}

/** A file as the question's limits measure it. Of one that was thrown away on its way in, what made it so. */
function measured(question: AttachmentsQuestion, file: ReceivedFile, name: string) {
  if (file.stored) return { name, mediaType: file.mediaType, size: file.size, pixels: file.pixels }
  const [accepted = ''] = question.accept
  if (file.reason === 'too-large') return { name, mediaType: accepted, size: maxFileSize(question) + 1 }
  if (file.reason === 'empty') return { name, mediaType: accepted, size: 0 }
  return { name, mediaType: '', size: 1 }
}

function draftProblem(
  question: AttachmentsQuestion,
  present: Standing['present'],
  file: ReceivedFile,
): Problem | undefined {
  if (!file.stored) return undefined
  const bytes = present.reduce((sum, { size }) => sum + size, file.size)
  if (present.length < mostFiles && bytes <= mostBytes) return undefined
  return {
    questionId: question.id,
    key: 'drafts.problem.too-much',
    values: { files: mostFiles, size: { bytes: mostBytes } },
  }
}
