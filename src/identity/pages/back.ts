import { type Answer, type Cookie, redirect } from '../../platform/http/answer.ts'
import { loginAddress } from '../../ui/page/navigation.ts'
import { testPath } from '../paths.ts'
import type { LoginReason } from '../reason.ts'
import type { Begun } from '../transaction.ts'

/** Where an identification leads that came to nothing: back to where it was begun, which says why. */
export function backWith(
  reason: LoginReason,
  begun: Pick<Begun, 'purpose' | 'returnTo'> | undefined,
  options: { readonly fromFragment?: boolean; readonly cookies?: readonly Cookie[] } = {},
): Answer {
  const to = begun?.purpose === 'test' ? `${testPath}?resultat=${reason}` : loginAddress(begun?.returnTo, reason)
  return redirect(to, options)
}
