import { signingPath } from '../drafts/public.ts'
import type { Role } from './model.ts'
import type { FailureWord } from './pages/failure-word.ts'
import { done, invitationPath, signaturePath } from './paths.ts'

/** Where whoever signs stands before the ways to sign. */
export const returnPath = (draft: string, role: Role): string =>
  role === 'applicant' ? signingPath(draft) : signaturePath(draft)

/** Where whoever has signed goes on while others haven't. */
export const waitingPath = (draft: string, role: Role): string =>
  done(role === 'applicant' ? signingPath(draft) : invitationPath(draft), 'underskrift')

/** Where somebody goes on whose signature doesn't count, and is told why. */
export const refusedPath = (draft: string, role: Role, why: FailureWord): string =>
  `${returnPath(draft, role)}?fel=${why}`
