import type { Context } from '../../platform/context.ts'
import { type Answer, redirect } from '../../platform/http/answer.ts'
import type { RequestFacts } from '../../platform/http/page.ts'
import { enter } from '../commands/enter.ts'
import type { TakenIdentity } from '../commands/take-identity.ts'
import { takeIdentity } from '../commands/take-identity.ts'
import type { IdentityPorts } from '../ports.ts'
import { backWith } from './reason.ts'

/** Lets in whoever has shown in this browser who they are, or says why not. */
export async function letIn(ctx: Context, ports: IdentityPorts, request: RequestFacts): Promise<Answer> {
  const { cookies } = ports
  const taken = await takeIdentity(ctx, request.cookie(cookies.login))
  return taken ? await welcome(ctx, ports, request, taken) : backWith('okand', undefined)
}

async function welcome(
  ctx: Context,
  ports: IdentityPorts,
  request: RequestFacts,
  taken: TakenIdentity,
): Promise<Answer> {
  const { cookies } = ports
  const forgetLogin = { name: cookies.login, value: undefined }
  // Who has only tried their e-ID is not logged in, and nothing is kept of them.
  if (taken.purpose === 'test') {
    return redirect(`/hjalp/testa-e-legitimation?resultat=fungerar&med=${taken.method}`, { cookies: [forgetLogin] })
  }
  const entered = await enter(ctx, ports, {
    taken,
    visitor: request.cookie(cookies.visitor),
    userAgent: request.userAgent,
  })
  if (!entered.ok) return backWith('nagon-annan', taken)
  return redirect(entered.value.goesTo, {
    cookies: [
      { name: cookies.citizen, value: entered.value.token },
      forgetLogin,
      { name: cookies.visitor, value: undefined },
    ],
  })
}
