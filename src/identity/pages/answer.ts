import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { type Answer, redirect } from '../../platform/http/answer.ts'
import { type Page, type PostedForm, page } from '../../platform/http/page.ts'
import { newSecret } from '../../platform/ids.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { getTenant } from '../../tenants/public.ts'
import { comeBack } from '../commands/come-back.ts'
import { type End, endTransaction } from '../commands/end-transaction.ts'
import { type Answered, checkedLater, takeAnswer } from '../commands/take-answer.ts'
import type { Finished } from '../methods/method.ts'
import { answerPath, donePath } from '../paths.ts'
import type { IdentityPorts } from '../ports.ts'
import { reasonOf } from '../reason.ts'
import { backWith } from './back.ts'
import { letIn } from './way-in.ts'

/** Whatever a provider sends; the method checks it. */
const AnyQuery = z.record(z.string(), z.unknown())

const DoneQuery = z.object({
  /** The secret that the browser was led on with, where its cookies could not come along. */
  retur: z.string().optional().catch(undefined),
})

/** The pages that take providers' answers, and let in whom they vouch for. */
export const answerPages = (ports: IdentityPorts): readonly Page[] => [
  page(answerPath.oidc, {
    area: 'public',
    query: AnyQuery,
    get: async ({ ctx, request }) => {
      const answer = new URLSearchParams(request.path.split('?')[1])
      const answered = await takeAnswer(ctx, {
        area: 'citizen',
        state: answer.get('state') ?? undefined,
        browser: request.cookie(ports.cookies.login),
      })
      const checked = await check(ctx, ports, answered, answer)
      if (!checked.ok) return checked.error
      await endTransaction(ctx, checked.value.id, checked.value.end)
      return await letIn(ctx, ports, request)
    },
  }),
  // Another site's page posts here, so the browser's cookies don't come. It may be another browser than the one that began: somebody who has been
  // sent a link to another's login. So the identity waits for the browser that has the cookie *and* is led on from here (`needsReturn`).
  page(answerPath.saml, {
    area: 'public',
    crossSite: true,
    post: async ({ ctx, body }) => {
      const answer = fieldsOf(body)
      const state = answer.get('RelayState') ?? undefined
      const answered = await takeAnswer(ctx, { area: 'citizen', state, browser: checkedLater })
      const checked = await check(ctx, ports, answered, answer)
      if (!checked.ok) return checked.error
      const returnSecret = newSecret()
      const { id, end } = checked.value
      await endTransaction(ctx, id, needsReturn(end) ? { ...end, returnSecret } : end)
      return redirect(`${donePath}?retur=${returnSecret}`)
    },
  }),
  page(donePath, {
    area: 'public',
    query: DoneQuery,
    get: async ({ ctx, query, request }) => {
      const browser = request.cookie(ports.cookies.login)
      if (browser !== undefined && query.retur !== undefined) await comeBack(ctx, { browser, secret: query.retur })
      return await letIn(ctx, ports, request)
    },
  }),
]

/** What an answer ends its transaction with. */
type Came = Extract<End, { readonly identity: unknown } | { readonly outcome: unknown }>

/** Checks an answer, whole. Fails with where to go when nobody was identified. */
async function check(
  ctx: Context,
  { methods }: IdentityPorts,
  answered: Answered | undefined,
  answer: URLSearchParams,
): Promise<Result<{ readonly id: string; readonly end: Came }, Answer>> {
  const method = answered && methods.find(await getTenant(ctx), answered.method)
  if (!answered || method?.kind !== 'redirect') return failed(backWith('okand', undefined))
  const result = await method.finish(ctx, answered.kept, answer)
  if (result.ok) return ok({ id: answered.id, end: endOf(answered, result.value) })
  await endTransaction(ctx, answered.id, { failure: result.error })
  return failed(backWith(reasonOf(result.error.reason), answered))
}

/**
 * A signature counts without the browser that began where the provider has shown the text: who has approved that knows what they sign, and nothing is lost when the
 * browser is closed. Elsewhere somebody may have been sent a link to another's signature, as to another's login.
 */
const needsReturn = (end: Came): boolean =>
  'identity' in end || (end.outcome.by === 'redirect' && !end.outcome.proof.shown)

function endOf({ method, what }: Answered, { proof, ...identity }: Finished): Came {
  if (what === undefined) return { identity }
  // A method that was asked for a signature answers with a proof, or fails.
  if (proof === undefined) throw new Error('An answer that signs has no proof')
  return { outcome: { by: 'redirect', method, what, identity, proof } }
}

const fieldsOf = (form: PostedForm): URLSearchParams =>
  new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((text): [string, string] => [name, text])),
  )
