import { z } from 'zod'
import { toSmsText } from './gsm7.ts'
import type { Sms, SmsDelivery, SmsSender } from './sms-sender.ts'

/** Where a provider takes messages, and who we are there. */
export type SmsProvider = { readonly url: string; readonly user: string; readonly password: string }

/** Milliseconds that one message may take. */
const longestWait = 20_000

const Taken = z.object({ id: z.string().optional().catch(undefined), status: z.string().optional().catch(undefined) })

/** Codes of Node and OpenSSL at which nothing has been handed over: no address, nobody there, or nobody to trust. */
const unreached =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_)/

/** Sends by 46elks' API (`POST /a1/sms`), or by another that takes the same form. `wait` in milliseconds. */
export function httpSmsSender({ url, user, password }: SmsProvider, wait = longestWait): SmsSender {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  return {
    async send({ to, from, text, key }: Sms) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          // 46elks doesn't look at the key; a gateway of the municipality's own may.
          headers: { authorization, 'idempotency-key': key },
          // The provider is not to keep what was written, only that it was sent.
          body: new URLSearchParams({ from, to, message: toSmsText(text), dontlog: 'message' }),
          redirect: 'error',
          signal: AbortSignal.timeout(wait),
        })
        return response.ok ? taken(await response.json().catch(() => undefined)) : failure(response.status)
      } catch (error) {
        const code = codeOf(error)
        return { outcome: unreached.test(code) ? 'later' : 'unclear', code }
      }
    },
  }
}

/** An answer that can't be read is one all the same: the message has been taken, and must not be sent once more. */
function taken(answer: unknown): SmsDelivery {
  const { id, status } = Taken.catch({}).parse(answer)
  return status === 'failed' ? { outcome: 'refused', code: 'sms failed' } : { outcome: 'sent', providerId: id }
}

/** 400 is about the message, which is the same the next time; all else (our login, our credit, their faults) can be mended while it waits. */
const failure = (status: number): SmsDelivery => ({
  outcome: status === 400 ? 'refused' : 'later',
  code: `sms ${status}`,
})

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.name === 'TimeoutError') return 'timeout'
  const { cause } = error
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unknown'
}
