import type { RecurringJob } from '../../platform/jobs/job.ts'
import { getTenant } from '../../tenants/public.ts'
import type { Providers } from '../methods/oidc/providers.ts'
import { askAboutStaff } from '../staff/ask-about-staff.ts'
import { claimSessions } from '../staff/claim-sessions.ts'
import { closeUnconfirmed, takeProviderAnswer } from '../staff/follow-provider.ts'

/** Questions to a municipality's provider at once. */
const atOnce = 8

/** When staff's providers are asked; a session is asked about every five minutes. */
export const confirmStaffSchedule = { name: 'identity-confirm-staff', cron: '* * * * *' }

/**
 * Asks the municipality's provider about staff who are logged in: groups that are gone there are gone here, and who has none left, or no account,
 * is out. A provider that doesn't answer is not asked again until the next minute; its sessions last 15 minutes more.
 */
export const confirmStaff = (providers: Providers): RecurringJob => ({
  ...confirmStaffSchedule,
  perform: async (ctx) => {
    const tenant = await getTenant(ctx)
    let isReachable = true
    while (isReachable) {
      const sessions = await claimSessions(ctx, { issuer: tenant.staffLogin.issuer, most: atOnce })
      if (sessions.length === 0) break
      const reached = await Promise.all(
        sessions.map(async (session) => {
          const answer = await askAboutStaff(ctx, providers, { provider: tenant.staffLogin, ...session })
          if (answer.kind === 'unreachable') return false
          await takeProviderAnswer(ctx, { tenant, session, answer })
          return true
        }),
      )
      // One session that the provider chokes on must not keep the others from being asked about.
      isReachable = reached.some(Boolean)
    }
    await closeUnconfirmed(ctx)
  },
})
