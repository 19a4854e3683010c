import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Log } from '../../platform/log.ts'
import { BolagsverketAnswer, readAnswer } from './bolagsverket-answer.ts'
import type { CompanyRegister, RegisterAnswer } from './company-register.ts'

/** Milliseconds that a whole look-up may take: a person waits for it. */
const longestWait = 3_000

/** Milliseconds for which a register that has failed is left alone: nobody waits for it once more, and it gets time to come back. */
const restAfterFailure = 10_000

/** Milliseconds before its end at which a token is no longer used, since the clocks and the way there differ. */
const tokenMargin = 30_000

export type BolagsverketOptions = {
  /** Address of the API, without a slash at the end. */
  readonly url: string
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly log: Log
}

const TokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })

type Token = { readonly value: string; readonly until: number }

/**
 * Bolagsverket's "Värdefulla datamängder" v1: one token (client credentials) is kept and used until shortly before its end. After a failure
 * each process leaves the register alone for a moment.
 */
export function bolagsverketRegister(options: BolagsverketOptions): CompanyRegister {
  const { url, log, now } = options
  let kept: Promise<Token> | undefined
  let restsUntil = 0

  const tokenFor = async (signal: AbortSignal): Promise<string> => {
    const before = await kept?.catch(() => undefined)
    if (before && before.until > now()) return before.value
    kept = fetchToken(options, signal)
    return (await kept).value
  }

  const ask = async (number: string, signal: AbortSignal): Promise<Response> =>
    await fetch(`${url}/organisationer`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await tokenFor(signal)}`,
        'content-type': 'application/json',
        'x-request-id': randomUUID(),
      },
      body: JSON.stringify({ identitetsbeteckning: number }),
      signal,
    })

  // Neither number nor answer is logged: a sole trader's is a personal number.
  const unavailable = (reason: string): RegisterAnswer => {
    log.warn({ code: 'company-register-unavailable', reason })
    return { kind: 'unavailable' }
  }

  return {
    async lookUp(number): Promise<RegisterAnswer> {
      if (now() < restsUntil) return { kind: 'unavailable' }
      const signal = AbortSignal.timeout(longestWait)
      try {
        const first = await ask(number, signal)
        // A token can be revoked before its time: the next one is tried once.
        if (first.status === 401) kept = undefined
        const response = first.status === 401 ? await ask(number, signal) : first
        if (response.status === 404) return { kind: 'not-found' }
        // What it can't say of one number says nothing of the next.
        if (response.status === 400) return unavailable('answered 400')
        if (!response.ok) throw new Error(`answered ${response.status}`)
        const read = BolagsverketAnswer.safeParse(await response.json())
        return read.success ? readAnswer(read.data) : unavailable('an answer of another shape')
      } catch (error) {
        restsUntil = now() + restAfterFailure
        return unavailable(String(error))
      }
    },
  }
}

async function fetchToken(options: BolagsverketOptions, signal: AbortSignal): Promise<Token> {
  const asked = options.now()
  const response = await fetch(options.tokenUrl, {
    method: 'POST',
    headers: { authorization: basic(options.clientId, options.clientSecret) },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'vardefulla-datamangder:read' }),
    signal,
  })
  if (!response.ok) throw new Error(`the token endpoint answered ${response.status}`)
  const { access_token: value, expires_in: seconds } = TokenAnswer.parse(await response.json())
  return { value, until: asked + seconds * 1000 - tokenMargin }
}

/** As RFC 6749 §2.3.1 asks for: both parts form-encoded before they are joined. */
const basic = (id: string, secret: string): string =>
  `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`
