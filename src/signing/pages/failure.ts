import { endedWords } from '../../identity/public.ts'
import type { Context } from '../../platform/context.ts'
import type { RequestFacts } from '../../platform/http/page.ts'
import type { FailureWord } from '../failure-word.ts'
import type { SigningPorts } from '../ports.ts'
import type { Failure } from '../views/failure-notice.tsx'

/** Why somebody stands before the ways to sign again, with the issuer's own words for how this browser's order ended. */
export const failureOf = async (
  ctx: Context,
  { identity }: Pick<SigningPorts, 'identity'>,
  { word, request }: { readonly word: FailureWord | undefined; readonly request: RequestFacts },
): Promise<Failure | undefined> => word && { word, words: await endedWords(ctx, identity, request) }
