import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { type Answer, redirect } from '../../platform/http/answer.ts'
import { type Page, type PostedForm, page } from '../../platform/http/page.ts'
import { getTenant } from '../../tenants/public.ts'
import { endTransaction } from '../commands/end-transaction.ts'
import { type Answered, takeAnswer } from '../commands/take-answer.ts'
import { samlAnswerPath } from '../methods/saml/own-metadata.ts'
import type { IdentityPorts } from '../ports.ts'
import { backWith, reasonOf } from './reason.ts'
import { letIn } from './way-in.ts'

/** Whatever a provider sends; the method checks it. */
const AnyQuery = z.record(z.string(), z.unknown())

/** Where providers send a resident's browser back to. */
export const answerPath = { oidc: '/logga-in/svar', saml: samlAnswerPath } as const

/** The pages that take providers' answers, and let in whom they vouch for. */
export const answerPages = (ports: IdentityPorts): readonly Page[] => [
  page(answerPath.oidc, {
    area: 'public',
    query: AnyQuery,
    get: async ({ ctx, request }) => {
      const answer = new URLSearchParams(request.path.split('?')[1])
      const browser = request.cookie(ports.cookies.login)
      const answered =
        browser === undefined
          ? undefined
          : await takeAnswer(ctx, { area: 'citizen', state: answer.get('state') ?? undefined, browser })
      return (await refuse(ctx, ports, answered, answer)) ?? (await letIn(ctx, ports, request))
    },
  }),
  // Another site's page posts here, so the browser's cookies don't come: they are looked at on the page that it is led on to.
  page(answerPath.saml, {
    area: 'public',
    crossSite: true,
    post: async ({ ctx, body }) => {
      const answer = fieldsOf(body)
      const state = answer.get('RelayState') ?? undefined
      const answered = await takeAnswer(ctx, { area: 'citizen', state, browser: undefined })
      return (await refuse(ctx, ports, answered, answer)) ?? redirect('/logga-in/klar')
    },
  }),
  page('/logga-in/klar', { area: 'public', get: async ({ ctx, request }) => await letIn(ctx, ports, request) }),
]

/** Checks an answer and keeps what comes of it. Answers where to go when nobody was identified, undefined when somebody was. */
async function refuse(
  ctx: Context,
  { methods }: IdentityPorts,
  answered: Answered | undefined,
  answer: URLSearchParams,
): Promise<Answer | undefined> {
  const method = answered && methods.find(await getTenant(ctx), answered.method)
  if (!answered || method?.kind !== 'redirect') return backWith('okand', undefined)
  const result = await method.finish(ctx, answered.kept, answer)
  if (result.ok) {
    await endTransaction(ctx, answered.id, { identity: result.value })
    return undefined
  }
  await endTransaction(ctx, answered.id, { failure: result.error })
  return backWith(reasonOf(result.error.reason), answered)
}

const fieldsOf = (form: PostedForm): URLSearchParams =>
  new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((text): [string, string] => [name, text])),
  )
