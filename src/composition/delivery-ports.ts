import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { findCaseContact } from '../cases/public.ts'
import { staffContact } from '../identity/public.ts'
import { type DeliveryPorts, smtpMailer } from '../notices/public.ts'
import { findPerson } from '../people/public.ts'
import { type Configuration, ConfigurationError } from '../platform/configuration/configuration.ts'
import { findPartyContact } from '../signing/public.ts'
import type { TenantDirectory } from '../tenants/public.ts'
import { getTenant } from '../tenants/public.ts'
import { smsSender } from './sms-sender.ts'

/** What notices need to reach people: a mail server, perhaps an SMS provider, and where everybody wants their notices. */
export async function deliveryPorts(configuration: Configuration, directory: TenantDirectory): Promise<DeliveryPorts> {
  return {
    mailer: smtpMailer(configuration.smtpUrl ?? (await simulatorsSmtp(configuration))),
    smsSender: smsSender(configuration),
    sender: async (ctx) => {
      const tenant = await getTenant(ctx)
      return {
        from: { name: tenant.sender.name, address: tenant.sender.email },
        sms: tenant.sender.sms,
        municipality: tenant.name,
        contactPhone: tenant.contactCentre.phone,
        origin: configuration.origin.replace('{host}', (await directory.mainHostOf(tenant.id)) ?? 'localhost'),
      }
    },
    personContact: async (ctx, tx, id) => {
      const person = await findPerson(ctx, tx, id)
      if (!person) return undefined
      const { email, noticesByEmail, phone, noticesBySms, language } = person
      return { email, noticesByEmail, phone, noticesBySms, language }
    },
    staffContact: async (ctx, tx, id) => {
      const colleague = await staffContact(ctx, tx, id)
      return colleague && { ...byMailAlone, email: colleague.email }
    },
    caseContact: findCaseContact,
    partyContact: findPartyContact,
  }
}

const byMailAlone = { noticesByEmail: true, phone: undefined, noticesBySms: false, language: undefined } as const

/** The inbox simulator listens where it found a free port, and has written it down. */
async function simulatorsSmtp({ dataFolder }: Configuration): Promise<string> {
  const path = join(dataFolder, 'run', 'simulators.json')
  try {
    const { smtpPort } = z.object({ smtpPort: z.number().int() }).parse(JSON.parse(await readFile(path, 'utf8')))
    return `smtp://127.0.0.1:${smtpPort}`
  } catch (cause) {
    throw new ConfigurationError(
      `SMTP_URL: must be given, since no simulators have said in ${path} where their mail server is`,
      { cause },
    )
  }
}
