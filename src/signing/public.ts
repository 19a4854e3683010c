import './events.ts'

export { checkParties } from './commands/check-parties.ts'
export { joinInvitations } from './commands/join-invitations.ts'
export { openSigning } from './commands/open-signing.ts'
export { readContact, type TypedContact } from './contact.ts'
export { digestOfText } from './evidence/authentication/binding.ts'
export { manifestOf } from './evidence/manifest.ts'
export { verifyEvidence } from './evidence/verify.ts'
export { finishSignatures, finishSignaturesSchedule } from './jobs/finish-signatures.ts'
export { sweepRequests } from './jobs/sweep-requests.ts'
export { Evidence, SignedText } from './methods/method.ts'
export type {
  CompleteApplication,
  NamedParty,
  Role,
  Signed,
  Signer,
} from './model.ts'
export { signingPages } from './pages/pages.ts'
export { namedParties } from './parties.ts'
export { invitationPath } from './paths.ts'
export { findPartyContact } from './queries/find-party-contact.ts'
export { type Invitation, listInvitations } from './queries/list-invitations.ts'
export { listOwnRequests, type OwnRequestLine } from './queries/list-own-requests.ts'
export { signingPort } from './signing-port.ts'
