import { z } from 'zod'
import type { Json } from '../../forms/json.ts'

/** What each answer looks like, its question's type alone knows. */
const StoredJson: z.ZodType<Json> = z.json()

/** Answers, and the questions that were asked. */
const Sent = z
  .strictObject({ answers: z.record(z.string(), StoredJson).readonly(), asked: z.array(z.string()).readonly() })
  .readonly()

/** A file of the submission; its path is from the submission's folder, its size in bytes, its checksum hexadecimal. */
const BundledFile = z
  .strictObject({
    id: z.string(),
    path: z.string(),
    name: z.string(),
    mediaType: z.string(),
    size: z.number(),
    sha256: z.string(),
    /** Belongs to a question that other parties than the applicant don't see. */
    hiddenFromParties: z.boolean(),
  })
  .readonly()

/** Somebody who signs. */
const BundledSigner = z
  .strictObject({
    /** Their place among those who were asked to sign; the applicant's is 0. */
    position: z.int().min(0),
    role: z.enum(['applicant', 'guardian', 'co-applicant', 'signatory']),
    name: z.string().optional(),
    declined: z.boolean(),
    /** Undefined for who hasn't signed. */
    signed: z
      .strictObject({
        /** Instant, ISO 8601. */
        at: z.string(),
        method: z.string(),
        level: z.string(),
        /** SHA-256 (hexadecimal) of the issuer's own words, as the copy in PDF tells it. */
        checksum: z.string(),
        /** Where the evidence lies, from the submission's folder; undefined where it isn't the reader's to have. */
        folder: z.string().optional(),
        /** What the municipality knew the signer by: personal numbers (12 digits) or PRIDs, the present one and earlier ones. */
        identities: z
          .array(z.strictObject({ scheme: z.enum(['swedish-number', 'prid']), number: z.string() }).readonly())
          .readonly()
          .optional(),
        /** What they filled in themselves. */
        own: Sent.optional(),
      })
      .readonly()
      .optional(),
  })
  .readonly()

/** `ansokan.json` of an evidence bundle: what was sent in, and who signs it. */
export const SignedSubmission = z
  .strictObject({
    schemaVersion: z.literal(1),
    municipality: z.string(),
    case: z.string(),
    sequence: z.number(),
    receivedAt: z.string(),
    draft: z.string(),
    service: z.strictObject({ id: z.string(), name: z.string(), title: z.string(), version: z.string() }).readonly(),
    answers: Sent.unwrap().shape.answers,
    asked: Sent.unwrap().shape.asked,
    /** What other parties than the applicant read of it; undefined where there are none. */
    shared: Sent.optional(),
    files: z.array(BundledFile).readonly(),
    signers: z.array(BundledSigner).readonly(),
  })
  .readonly()

export type SignedSubmission = z.infer<typeof SignedSubmission>

/** A file of a bundle's submission. */
export type SubmissionFile = SignedSubmission['files'][number]

/** How files of a submission's folder are called. */
export const submissionNames = { about: 'ansokan.json', copy: 'kopia.pdf', signed: 'svar.json' } as const

/** The folder of a submission. */
export const submissionFolder = (sequence: number): string => `inskick-${sequence}`

/** The folder of a signature, from the submission's, by its signer's position: the applicant's is 1. */
export const signatureFolder = (position: number): string => `underskrifter/${position + 1}`

/** Where a file lies, from the submission's folder: by its name in letters that every system unpacks alike. Its own name stands in `ansokan.json`. */
export const attachmentPath = (position: number, name: string): string =>
  `bilagor/${String(position).padStart(2, '0')}-${name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]/g, '_')
    .slice(-100)}`
