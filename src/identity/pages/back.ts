import { type Answer, type Cookie, redirect } from '../../platform/http/answer.ts'
import { loginAddress } from '../../ui/page/navigation.ts'
import { testPath, withReason } from '../paths.ts'
import type { LoginReason } from '../reason.ts'
import type { Begun } from '../transaction.ts'

/** Where an identification, or a signature, leads that came to nothing: back to where it was begun, which says why. */
export function backWith(
  reason: LoginReason,
  begun: Pick<Begun, 'purpose' | 'returnTo'> | undefined,
  options: { readonly fromFragment?: boolean; readonly cookies?: readonly Cookie[] } = {},
): Answer {
  return redirect(addressOf(reason, begun), options)
}

function addressOf(reason: LoginReason, begun: Pick<Begun, 'purpose' | 'returnTo'> | undefined): string {
  if (begun?.purpose === 'test') return `${testPath}?resultat=${reason}`
  if (begun?.purpose === 'sign' && begun.returnTo) return withReason(begun.returnTo, reason)
  return loginAddress(begun?.returnTo, reason)
}
