import { createHash } from 'node:crypto'
import type { Answers } from '../../forms/answers.ts'
import { canonicalJson } from '../../forms/canonical-json.ts'
import type { Role } from '../model.ts'

/** One of those who are asked to sign; the applicant's position is 0. */
export type Place = { readonly position: number; readonly role: Role }

/** What a signature covers beyond the text that was read. */
export type Covered = {
  readonly draft: string
  readonly service: string
  readonly version: string
  readonly answers: Answers
  /** All files of the answers; `sha256` in hexadecimal, of the file as it is stored for the case. */
  readonly files: readonly { readonly id: string; readonly sha256: string }[]
  /** All who were asked, so that nobody can be left out afterwards, or put in. */
  readonly parties: readonly Place[]
  /** The position of whoever signs, so that the signature can't be shown as another's. */
  readonly signer: number
}

/**
 * What is signed without being shown: canonical JSON that names the draft and the version of its form, who all were asked to sign and which of them signs this,
 * with SHA-256 (hexadecimal) of the answers' canonical JSON and of each file. Files stand in the order of their ids, parties of their positions. The same
 * content always gives the same text.
 */
export const manifestOf = ({ draft, service, version, answers, files, parties, signer }: Covered): string =>
  canonicalJson({
    draft,
    service,
    version,
    answers: createHash('sha256').update(canonicalJson(answers)).digest('hex'),
    files: files.map(({ id, sha256 }) => ({ id, sha256 })).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    parties: parties.map(({ position, role }) => ({ position, role })).toSorted((a, b) => a.position - b.position),
    signer,
  })
