import type { DraftFile, SealedCopy } from '../drafts/public.ts'
import type { FormDefinition } from '../forms/definition.ts'
import { sharedWithParties } from '../forms/parties.ts'
import { claimsOf } from '../forms/submitted.ts'
import type { Sent } from '../forms/summary.ts'
import type { OwnPart, Role } from './model.ts'

/** What somebody who signs has before them: answers, questions and files. */
export type Seen = Sent & { readonly files: readonly DraftFile[] }

type Sealed = { readonly copy: Pick<SealedCopy, 'answers' | 'asked'>; readonly files: readonly DraftFile[] }

/** What one of those who sign reads of a sealed copy: the applicant all of it, the others what isn't hidden from them. */
export function readBy(form: FormDefinition, { copy, files }: Sealed, role: Role): Seen {
  const { answers, asked } = role === 'applicant' ? copy : sharedWithParties(form, copy)
  const claimed = new Set(claimsOf(form, answers).map(({ id }) => id))
  return { answers, asked, files: files.filter(({ fileId }) => claimed.has(fileId)) }
}

/** What one of those who sign signs: what they read, and what they have filled in themselves. */
export function signedBy(
  form: FormDefinition,
  sealed: Sealed,
  as: { readonly role: Role; readonly own?: OwnPart | undefined },
): Seen {
  const read = readBy(form, sealed, as.role)
  if (!as.own) return read
  return {
    answers: { ...read.answers, ...as.own.answers },
    asked: [...read.asked, ...as.own.asked],
    files: read.files,
  }
}
