import { signingPath } from '../drafts/public.ts'
import type { Done } from './done.ts'

/** What somebody reads who has been asked to sign: known by the draft. */
export const invitationPath = (draft: string): string => `/signera/${draft}`

/** What is signed, in short, and the ways to sign it. */
export const signaturePath = (draft: string): string => `${invitationPath(draft)}/underskrift`

/** Says no, with the reason. */
export const declinePath = (draft: string): string => `${invitationPath(draft)}/avboj`

/** Signing by one of the municipality's methods, by its name: for whoever's turn it is. */
export const signWithPath = (draft: string, method: string): string => `${invitationPath(draft)}/med/${method}`

/** Says that not all that is needed could be fetched. */
export const notFetchedPath = (draft: string): string => `${invitationPath(draft)}/inte-hamtat`

/** A file of the sealed copy. */
export const sealedFilePath = (draft: string, file: string): string => `${invitationPath(draft)}/bilagor/${file}`

/** Reminds a party that their signature is waited for. */
export const remindPath = (draft: string, party: string): string => `${signingPath(draft)}/paminn/${party}`

/** Changes the address that the applicant typed for a party. */
export const contactPath = (draft: string, party: string): string => `${signingPath(draft)}/kontakt/${party}`

/** Asks a party to sign who said no before the answers were changed. */
export const askAgainPath = (draft: string, party: string): string => `${signingPath(draft)}/fraga-igen/${party}`

/** Asks whether the answers shall be changed, which voids the signatures. */
export const changePath = (draft: string): string => `${signingPath(draft)}/andra`

/** Asks whether everybody shall be told that it comes to nothing. */
export const withdrawPath = (draft: string): string => `${signingPath(draft)}/aterkalla`

/** Asks whether it shall be sent though somebody hasn't signed. */
export const sendMissingPath = (draft: string): string => `${signingPath(draft)}/skicka-in-anda`

/** A page that says what was just done. */
export const done = (path: string, what: Done): string => `${path}?klart=${what}`
