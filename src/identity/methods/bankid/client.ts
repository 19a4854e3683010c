import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { NoAnswer, type PartnerAnswer, postOverMutualTls } from '../../../platform/http/mutual-tls.ts'
import { failed, ok, type Result } from '../../../platform/result.ts'
import type { Partner } from '../method.ts'
import { isKnownEnding, isOurFault } from './endings.ts'

/** Milliseconds that an answer may take; twice that, since an answer of 503 is asked for once more. */
const timeout = 8_000

/** Bytes of the longest answer that is read: a signature holds all that was signed, and certificates. */
const longestAnswer = 1024 * 1024

const BankIdError = z.object({ errorCode: z.string().max(64) })

/** What a status means where no code comes with it. */
const words: Readonly<Record<number, string>> = {
  401: 'unauthorized',
  403: 'unauthorized',
  404: 'notFound',
  405: 'methodNotAllowed',
  408: 'requestTimeout',
  415: 'unsupportedMediaType',
  429: 'tooManyRequests',
  500: 'internalError',
  503: 'maintenance',
}

type Asked = { readonly method: 'auth' | 'sign' | 'collect' | 'cancel'; readonly request: object }

/**
 * Asks BankID's interface for relying parties, v6.0: what it answers, or the code of its error, `noAnswer` where nobody answered in time. Nothing is
 * asked twice but what meets maintenance (503), once. Never throws; errors that are new, or a fault of ours, are logged without what was sent.
 */
export async function askBankId(ctx: Context, partner: Partner, asked: Asked): Promise<Result<unknown, string>> {
  const first = await ask(ctx, partner, asked)
  const answer = !first.ok && first.error === 'maintenance' ? await ask(ctx, partner, asked) : first
  if (!answer.ok) logError(ctx, asked, answer.error)
  return answer
}

async function ask(ctx: Context, partner: Partner, { method, request }: Asked): Promise<Result<unknown, string>> {
  try {
    const answer = await postOverMutualTls(`${partner.address}/rp/v6.0/${method}`, partner, {
      // Exactly so: with a charset BankID answers 415.
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      timeout,
      longestAnswer,
    })
    return answer.status === 200 ? ok(JSON.parse(answer.body)) : failed(errorIn(answer))
  } catch (error) {
    const reason = error instanceof NoAnswer ? error.code : 'not understood'
    ctx.log.warn({ code: 'bankid-no-answer', method, reason }, 'BankID gave no answer')
    return failed('noAnswer')
  }
}

/** The code of an error. What stands before BankID's service may answer as well, in its own words. */
function errorIn({ status, body }: PartnerAnswer): string {
  const read = BankIdError.safeParse(parsed(body))
  return (read.success ? read.data.errorCode : words[status]) ?? (status >= 500 ? 'noAnswer' : `status ${status}`)
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function logError(ctx: Context, { method }: Asked, error: string): void {
  if (isOurFault(error)) ctx.log.error({ code: 'bankid-our-fault', method, error }, 'BankID refused what we asked for')
  else if (!isKnownEnding(error))
    ctx.log.warn({ code: 'bankid-unknown-error', method, error }, 'BankID has a new error')
}
