import type { Context } from '../../platform/context.ts'
import { type Answer, redirect } from '../../platform/http/answer.ts'
import type { RequestFacts } from '../../platform/http/page.ts'
import { beginLogin } from '../commands/begin-login.ts'
import { enter } from '../commands/enter.ts'
import type { TakenIdentity } from '../commands/take-identity.ts'
import { takeIdentity } from '../commands/take-identity.ts'
import { loginCookie } from '../login-cookie.ts'
import { testPath } from '../paths.ts'
import type { IdentityPorts } from '../ports.ts'
import { findSigned, type Signed } from '../queries/find-signed.ts'
import { backWith } from './back.ts'

/** Lets in whoever has shown in this browser who they are, or takes what they have signed, or says why not. A page loaded twice leads who is in already on. */
export async function letIn(ctx: Context, ports: IdentityPorts, request: RequestFacts): Promise<Answer> {
  const browser = request.cookie(ports.cookies.login)
  const signed = await findSigned(ctx, browser)
  if (signed) return await putSigned(ctx, ports, signed)
  const taken = await takeIdentity(ctx, browser)
  if (taken?.purpose === 'test') return await worked(ctx, ports, taken)
  if (taken) return await welcome(ctx, ports, request, taken)
  return ctx.actor.kind === 'citizen' ? redirect('/mina-sidor') : backWith('okand', undefined)
}

/** Puts a signature with what was signed, and goes on from there; a page loaded twice leads to where it was begun, which knows. */
async function putSigned(ctx: Context, { signing }: IdentityPorts, signed: Signed): Promise<Answer> {
  const { transaction, outcome, returnTo } = signed
  return redirect(outcome ? await signing.finish(ctx, { transaction, outcome }) : returnTo)
}

/** Who has only tried their e-ID is not logged in, and nothing is kept of them but what they had begun before. */
async function worked(ctx: Context, { cookies }: IdentityPorts, taken: TakenIdentity): Promise<Answer> {
  return redirect(`${testPath}?resultat=fungerar&med=${taken.method}`, {
    cookies: [loginCookie(cookies, await beginLogin(ctx, { ...taken, area: 'citizen', purpose: 'login' }))],
  })
}

async function welcome(
  ctx: Context,
  ports: IdentityPorts,
  request: RequestFacts,
  taken: TakenIdentity,
): Promise<Answer> {
  const { cookies } = ports
  const entered = await enter(ctx, ports, {
    taken,
    visitor: request.cookie(cookies.visitor),
    userAgent: request.userAgent,
  })
  if (!entered.ok) {
    // What they had begun is still to be done, by the one who began it.
    const browser = await beginLogin(ctx, { ...taken, area: 'citizen' })
    return backWith('nagon-annan', taken, { cookies: [loginCookie(cookies, browser)] })
  }
  return redirect(entered.value.goesTo, {
    cookies: [
      { name: cookies.citizen, value: entered.value.token },
      { name: cookies.login, value: undefined },
      { name: cookies.visitor, value: undefined },
    ],
  })
}
