import { z } from 'zod'
import type { DraftFile, SealedCopy } from '../drafts/public.ts'
import type { Json } from '../forms/json.ts'
import { Evidence, SignedText } from './methods/method.ts'

/** What somebody is in what they sign. */
export const Role = z.enum(['applicant', 'guardian', 'co-applicant', 'signatory'])

export type Role = z.infer<typeof Role>

/** `changing`: the applicant changes the answers, and all will sign anew. `done`: it has been sent. */
export type RequestState = 'collecting' | 'changing' | 'withdrawn' | 'done'

/** `waiting`: it isn't their turn yet. */
export type PartyState = 'waiting' | 'invited' | 'read' | 'signed' | 'declined'

/** Where somebody is reached, as the applicant typed it; the phone in international form (`+46701234567`). */
export const PartyContact = z
  .object({ email: z.string().exactOptional(), phone: z.string().exactOptional() })
  .readonly()

export type PartyContact = z.infer<typeof PartyContact>

/** Who somebody named is: by their number (12 digits), or by their day of birth where they have none. */
export type PartyIdentity = { readonly scheme: 'swedish-number'; readonly number: string } | { readonly born: string }

/** Somebody who is to sign beside the applicant; positions count from 1. */
export type NamedParty = {
  readonly role: Exclude<Role, 'applicant'>
  readonly position: number
  readonly name: string
  readonly identity: PartyIdentity
  readonly contact: PartyContact
}

/** Answers and questions of a form, from stored JSON; what each answer looks like, its question's type alone knows. */
const StoredJson: z.ZodType<Json> = z.custom<Json>((value) => value !== undefined)

/** What a party other than the applicant has filled in themselves. */
export const OwnPart = z
  .object({ answers: z.record(z.string(), StoredJson).readonly(), asked: z.array(z.string()).readonly() })
  .readonly()

export type OwnPart = z.infer<typeof OwnPart>

/** A signature as it is kept under the draft's key until all have signed. */
export const KeptSignature = z
  .object({
    schemaVersion: z.literal(1),
    /** Instant, ISO 8601: when the person signed, by the issuer's word. */
    at: z.iso.datetime(),
    /** As the issuer writes it; undefined where the e-ID tells none. */
    name: z.string().exactOptional(),
    method: z.string(),
    level: z.string(),
    text: SignedText,
    evidence: Evidence,
    trusted: z.string(),
    own: OwnPart.exactOptional(),
  })
  .readonly()

export type KeptSignature = z.infer<typeof KeptSignature>

/** Somebody's signature of what is sent, with all that it takes to verify it. */
export type Signed = {
  readonly at: Date
  /** The signer's, as the issuer writes it; undefined where the e-ID tells none. */
  readonly name?: string
  /** The municipality's name for the way. */
  readonly method: string
  /** Level of assurance (acr) that the issuer vouches for. */
  readonly level: string
  readonly text: SignedText
  readonly evidence: Evidence
  /** What the evidence is verified by: roots, certificates or keys. */
  readonly trusted: string
  /** What they filled in themselves; undefined for the applicant, and where nothing is asked of others. */
  readonly own?: OwnPart
}

/** One of those who sign what is sent; `signed` is undefined for who hasn't, where it is sent all the same. */
export type Signer = {
  readonly party: string
  readonly position: number
  readonly role: Role
  /** Undefined for who has never logged in. */
  readonly personId?: string
  /** As they were named: by the applicant, or by a register. */
  readonly name?: string
  readonly signed?: Signed
  readonly declined: boolean
}

/** What was sealed and signed, to be made a case, or a supplement of one. The transaction is in role `system`. */
export type CompleteApplication = {
  readonly draft: string
  readonly copy: SealedCopy
  readonly files: readonly DraftFile[]
  readonly ownerId: string
  /** In order of their positions, the applicant first. */
  readonly signers: readonly Signer[]
}

/** What has become of it, and where whoever acted goes on. */
export type Completed = { readonly caseId: string; readonly path: string }
