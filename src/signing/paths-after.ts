import { signingPath } from '../drafts/public.ts'
import type { FailureWord } from './failure-word.ts'
import type { Role } from './model.ts'
import { done, invitationPath, signaturePath } from './paths.ts'

/** Where whoever signs stands before the ways to sign. */
export const returnPath = (draft: string, role: Role): string =>
  role === 'applicant' ? signingPath(draft) : signaturePath(draft)

/** Where whoever has signed goes on while others haven't. */
export const waitingPath = (draft: string, role: Role): string =>
  done(role === 'applicant' ? signingPath(draft) : invitationPath(draft), 'underskrift')

/** Where somebody goes on whose signature doesn't count, and is told why. */
export const refusedPath = (draft: string, role: Role, why: FailureWord): string =>
  withFailure(returnPath(draft, role), why)

/** A page that says why there is no signature, where there is something to say. */
export const withFailure = (path: string, why: FailureWord | undefined): string => (why ? `${path}?fel=${why}` : path)
