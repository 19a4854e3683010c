import './events.ts'
import type { Page } from '../platform/http/page.ts'
import { answerPages } from './pages/answer.ts'
import { identifyPage } from './pages/identify.tsx'
import { loginPage } from './pages/login.tsx'
import { sessionPages } from './pages/logout.ts'
import { samlMetadataPage } from './pages/saml-metadata.ts'
import { staffLoginPages } from './pages/staff-login.ts'
import { testEidPage } from './pages/test-eid.tsx'
import { waitingPages } from './pages/waiting.tsx'
import type { IdentityPorts } from './ports.ts'

export { beginLogin } from './commands/begin-login.ts'
export { clearOutcome } from './commands/clear-outcome.ts'
export { keepInterruptedPost } from './commands/keep-interrupted-post.ts'
export { startSigning } from './commands/start-signing.ts'
export { takeFinishable } from './commands/take-finishable.ts'
export { confirmStaff, confirmStaffSchedule } from './jobs/confirm-staff.ts'
export { forgetExpired } from './jobs/forget-expired.ts'
export { keptAt, keptIn } from './kept-address.ts'
export { levelInWords } from './level-in-words.ts'
export { loginCookie } from './login-cookie.ts'
export { type BankIdStanding, bankIdOrders } from './methods/bankid/orders.ts'
export { FrejaDetails } from './methods/freja/details.ts'
export { type FrejaUnsignedCode, namedFrejaCertificate, readFrejaAnswer } from './methods/freja/jws.ts'
export { isFrejaPlus } from './methods/freja/level.ts'
export { type ApprovedFrejaOrder, frejaOrders } from './methods/freja/orders.ts'
export { readFrejaCertificates } from './methods/freja/signing-certificates.ts'
export { loginMethods } from './methods/login-methods.ts'
export type {
  Device,
  Failure,
  FindCertificateFolder,
  FindPartner,
  Kept,
  Partner,
  Proof,
  ToSign,
  VerifiedIdentity,
} from './methods/method.ts'
export { openIdProviders } from './methods/oidc/providers.ts'
export { findToAsk } from './methods/order.ts'
export { identityProviders } from './methods/saml/find-provider.ts'
export { samlKeys } from './methods/saml/keys.ts'
export { readSamlProof } from './methods/saml/read-proof.ts'
export type { SamlRefusal } from './methods/saml/refusal.ts'
export { signMessageDigestOf } from './methods/saml/sign-message.ts'
export { endedWords } from './pages/ended-words.ts'
export type { IdentityPorts } from './ports.ts'
export { findInterruptedPost } from './queries/find-interrupted-post.ts'
export { identifiedRecently } from './queries/identified-recently.ts'
export { listFinishable } from './queries/list-finishable.ts'
export { type Colleague, listStaff, staffContact } from './queries/list-staff.ts'
export { type LiveSession, readSession, type SessionState } from './queries/read-session.ts'
export { LoginReason } from './reason.ts'
export type { SigningOrderMethod, SigningOutcome } from './signing.ts'
export { DeviceButtons } from './views/device-buttons.tsx'

/** Login, the ways to the identity providers and apps and back, logout. */
export const identityPages = (ports: IdentityPorts): readonly Page[] => [
  loginPage(ports),
  identifyPage(ports),
  ...waitingPages(ports),
  ...answerPages(ports),
  samlMetadataPage,
  ...staffLoginPages(ports),
  testEidPage(ports),
  ...sessionPages(ports),
]
