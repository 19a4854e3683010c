import './events.ts'
import type { Page } from '../platform/http/page.ts'
import { loginPage } from './pages/login.tsx'
import { sessionPages } from './pages/logout.tsx'
import { providerPages } from './pages/provider.ts'
import type { IdentityPorts } from './ports.ts'

export { beginLogin } from './commands/begin-login.ts'
export { keepInterruptedPost } from './commands/interrupted-post.ts'
export { forgetExpired } from './jobs/forget-expired.ts'
export { openIdProviders } from './oidc/providers.ts'
export type { IdentityPorts } from './ports.ts'
export { type Colleague, listStaff, staffContact } from './queries/list-staff.ts'
export { type LiveSession, readSession, type SessionState } from './queries/read-session.ts'

/** Login, the way to the identity providers and back, logout. */
export const identityPages = (ports: IdentityPorts): readonly Page[] => [
  loginPage(ports),
  ...providerPages(ports),
  ...sessionPages(ports),
]
