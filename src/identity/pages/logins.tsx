import { z } from 'zod'
import { redirect } from '../../platform/http/answer.ts'
import { page, type Page as Route } from '../../platform/http/page.ts'
import { Id } from '../../platform/ids.ts'
import { getTenant } from '../../tenants/public.ts'
import { endAllOwnSessions } from '../commands/end-all-own-sessions.ts'
import { endOwnSession } from '../commands/end-own-session.ts'
import { endSession } from '../commands/end-session.ts'
import type { IdentityPorts } from '../ports.ts'
import { listOwnSessions } from '../queries/list-own-sessions.ts'
import { LoginsView, loginsPath } from '../views/logins-view.tsx'
import { loggedOut } from './logged-out.tsx'

/** Which session is to be ended, or that all are. */
const Posted = z.object({ inloggning: Id.optional(), alla: z.literal('ja').optional() })

/** "Dina inloggningar": where the reader is logged in, and "Logga ut" for each and for all. */
export const loginsPage = ({ cookies }: Pick<IdentityPorts, 'cookies'>): Route =>
  page(loginsPath, {
    area: 'citizen',
    query: z.object({ klart: z.literal('ja').optional().catch(undefined) }),
    body: Posted,
    async get({ ctx, query }) {
      const { citizenLogin, session } = await getTenant(ctx)
      return (
        <LoginsView
          sessions={await listOwnSessions(ctx)}
          methods={citizenLogin.methods.map(({ name, title }) => ({ name, title: ctx.texts.pick(title) }))}
          idleMinutes={session.idleMinutes}
          ended={query.klart !== undefined}
        />
      )
    },
    async post({ ctx, body: { inloggning: session, alla } }) {
      if (alla) {
        await endAllOwnSessions(ctx)
        return loggedOut(cookies, 'citizen')
      }
      if (ctx.actor.kind === 'citizen' && session === ctx.actor.sessionId) {
        await endSession(ctx)
        return loggedOut(cookies, 'citizen')
      }
      if (session) await endOwnSession(ctx, session)
      return redirect(`${loginsPath}?klart=ja`)
    },
  })
