import { z } from 'zod'
import { redirect } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { endSession } from '../commands/end-session.ts'
import type { IdentityPorts } from '../ports.ts'
import { ownPath } from '../wish.ts'
import { loggedOut, loggedOutPage, staffLoggedOutPage } from './logged-out.tsx'
import { loginsPage } from './logins.tsx'

type Ports = Pick<IdentityPorts, 'cookies'>

/** `POST /logga-ut`: ends the session here. Not at the hub, which other municipalities share. */
const logoutPage = ({ cookies }: Ports): Page =>
  page('/logga-ut', {
    area: 'public',
    async post({ ctx }) {
      await endSession(ctx)
      return loggedOut(cookies, 'citizen')
    },
  })

/** `/handlaggning/logga-ut`: the same for staff, whose cookie is read below `/handlaggning` alone. It works, too, when their session is over. */
const staffLogoutPage = ({ cookies }: Ports): Page =>
  page('/handlaggning/logga-ut', {
    area: 'public',
    async post({ ctx }) {
      await endSession(ctx)
      return loggedOut(cookies, 'staff')
    },
  })

const Prolonged = z.object({ till: z.string().optional().catch(undefined) })

/** `POST /logga-in/forlang`: asking is enough; reading the session has moved its limit. */
const prolongPage = page('/logga-in/forlang', {
  area: 'citizen',
  body: Prolonged,
  post: ({ body }) => redirect(ownPath(body.till) ?? '/mina-sidor'),
})

const prolongStaffPage = page('/handlaggning/forlang', {
  area: 'staff',
  body: Prolonged,
  post: ({ body }) => redirect(ownPath(body.till) ?? '/handlaggning'),
})

/** The pages that show, end or prolong sessions. */
export const sessionPages = (ports: Ports): readonly Page[] => [
  logoutPage(ports),
  staffLogoutPage(ports),
  loggedOutPage,
  staffLoggedOutPage,
  prolongPage,
  prolongStaffPage,
  loginsPage(ports),
]
