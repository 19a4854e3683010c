import nodemailer from 'nodemailer'
import { z } from 'zod'
import type { Delivery } from '../delivery.ts'
import type { Mail, Mailer } from './mailer.ts'

/** Milliseconds that one letter may take in all, whatever the server does. */
const deadline = 60_000

/** What nodemailer says of a failure, as far as we use it. */
const SmtpFailure = z.object({
  code: z.string().catch('unknown'),
  command: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
  response: z.string().optional().catch(undefined),
})

type SmtpFailure = z.infer<typeof SmtpFailure>

/** Sends by SMTP to the server of an address such as `smtp://localhost:2525` or `smtps://user:word@mail.example`, over at most five connections. */
export function smtpMailer(smtpUrl: string): Mailer {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 5,
    // The outbox decides about a new attempt. The pool's own would repeat a letter whose answer was lost, unseen.
    maxRequeues: 0,
    idleTimeout: 15_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    dnsTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (mail) => {
      try {
        await transport.sendMail({ ...message(mail), signal: AbortSignal.timeout(deadline) })
        return { outcome: 'sent' }
      } catch (error) {
        return failure(SmtpFailure.parse(error))
      }
    },
    close: () => transport.close(),
  }
}

const message = (mail: Mail) => ({
  messageId: `<${mail.messageId}>`,
  from: mail.from,
  // As an object: an address that somebody typed is never read as a list of addresses.
  to: { name: '', address: mail.to },
  subject: mail.subject,
  text: mail.text,
  // RFC 3834: no automatic answers to automatic letters.
  headers: { 'Auto-Submitted': 'auto-generated' },
})

/**
 * Only a recipient refused for good is given up. A 5yz answer to anything else, and one about our standing with the server (enhanced code
 * 5.7, RFC 3463), says that something is wrong at our end, which can be mended while the notice waits.
 */
function failure({ code, command, responseCode, response }: SmtpFailure): Delivery {
  const permanent = responseCode !== undefined && responseCode >= 500 && responseCode !== 503
  const aboutUs = /^\d{3}[ -]5\.7\./.test(response ?? '')
  const refused = command === 'RCPT TO' && permanent && !aboutUs
  return { outcome: refused ? 'refused' : 'later', code: responseCode === undefined ? code : `${code} ${responseCode}` }
}
