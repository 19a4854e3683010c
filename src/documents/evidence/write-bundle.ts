import { canonicalJson } from '../../forms/canonical-json.ts'
import type { JsonObject } from '../../forms/json.ts'
import type { Sent } from '../../forms/summary.ts'
import type { SubmissionSigner } from '../queries/list-signers.ts'
import { checksumOf, checksumsName, writeChecksums } from './checksums.ts'
import { issuersWords, writeEvidence } from './evidence-files.ts'
import {
  type SignedSubmission,
  type SubmissionFile,
  signatureFolder,
  submissionFolder,
  submissionNames,
} from './signed-submission.ts'
import type { ZipEntry } from './zip.ts'

/** A signer as they are bundled: with what the municipality knows them by, and what they filled in themselves. */
export type SignerToBundle = SubmissionSigner & {
  readonly identities: NonNullable<NonNullable<SignedSubmission['signers'][number]['signed']>['identities']>
  readonly own: Sent | undefined
  /** Whether the reader may have the evidence: it holds the signer's number, and all that they signed. */
  readonly isForReader: boolean
}

/** A submission as it is bundled; a file's bytes are read when they are written. */
export type SubmissionToBundle = Omit<SignedSubmission, 'schemaVersion' | 'files' | 'signers' | 'shared'> & {
  readonly shared: Sent | undefined
  readonly signers: readonly SignerToBundle[]
  readonly files: readonly (SubmissionFile & { readonly bytes: ZipEntry['bytes'] })[]
  /** The copy as PDF. */
  readonly copy: Uint8Array
}

const descriptionName = 'beskrivning.txt'

/** The files of an evidence bundle, the checksums of all others last. `description` says in words what it is and how it is verified. */
export function writeBundle(submissions: readonly SubmissionToBundle[], description: string): readonly ZipEntry[] {
  const sums = new Map<string, string>()
  const entries: ZipEntry[] = []
  const add = (name: string, bytes: Uint8Array) => {
    sums.set(name, checksumOf(bytes))
    entries.push({ name, bytes: () => [bytes] })
  }
  add(descriptionName, Buffer.from(description))
  for (const submission of submissions) {
    const inFolder = (path: string) => `${submissionFolder(submission.sequence)}/${path}`
    add(inFolder(submissionNames.about), Buffer.from(`${JSON.stringify(aboutOf(submission), null, 2)}\n`))
    add(inFolder(submissionNames.copy), submission.copy)
    for (const signer of submission.signers) {
      const folder = inFolder(signatureFolder(signer.position))
      for (const [name, bytes] of signatureFiles(submission, signer)) add(`${folder}/${name}`, bytes)
    }
    for (const { path, sha256, bytes } of submission.files) {
      sums.set(inFolder(path), sha256)
      entries.push({ name: inFolder(path), bytes })
    }
  }
  const checksums = Buffer.from(writeChecksums(sums))
  return [...entries, { name: checksumsName, bytes: () => [checksums] }]
}

/** Evidence, and the answers that the manifest has the checksum of: those that this signer had before them. */
function signatureFiles(submission: SubmissionToBundle, signer: SignerToBundle): ReadonlyMap<string, Uint8Array> {
  const { signed, isForReader } = signer
  if (!signed || !isForReader) return new Map()
  return new Map([
    ...writeEvidence(signed),
    [submissionNames.signed, Buffer.from(canonicalJson(answersSignedBy(submission, signer)))],
  ])
}

const answersSignedBy = ({ answers, shared }: SubmissionToBundle, { role, own }: SignerToBundle): JsonObject =>
  role === 'applicant' ? answers : { ...shared?.answers, ...own?.answers }

function aboutOf(submission: SubmissionToBundle): SignedSubmission {
  const { copy: _copy, shared, files, signers, ...about } = submission
  return {
    schemaVersion: 1,
    ...about,
    ...(shared && { shared }),
    files: files.map(({ bytes: _bytes, ...file }) => file),
    signers: signers.map((signer) => {
      const { position, role, name, declined, signed } = signer
      const who = { position, role, ...(name && { name }), declined }
      return { ...who, ...(signed && { signed: signatureOf(signer, signed) }) }
    }),
  }
}

function signatureOf(
  { position, isForReader, identities, own }: SignerToBundle,
  { at, method, level, evidence }: NonNullable<SubmissionSigner['signed']>,
) {
  const told = { at: at.toISOString(), method, level, checksum: checksumOf(issuersWords(evidence)) }
  return isForReader ? { ...told, folder: signatureFolder(position), identities, ...(own && { own }) } : told
}
