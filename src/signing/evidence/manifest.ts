import { createHash } from 'node:crypto'
import type { Answers } from '../../forms/answers.ts'
import { canonicalJson } from '../../forms/canonical-json.ts'

/** What a signature covers beyond the text that was read. */
export type Covered = {
  readonly draft: string
  readonly service: string
  readonly version: string
  readonly answers: Answers
  /** All files of the answers; `sha256` in hexadecimal, of the file as it is stored for the case. */
  readonly files: readonly { readonly id: string; readonly sha256: string }[]
}

/**
 * What is signed without being shown: canonical JSON that names the draft and the version of its form, with SHA-256 (hexadecimal) of the answers' canonical
 * JSON and of each file, in the order of their ids. The same content always gives the same text.
 */
export const manifestOf = ({ draft, service, version, answers, files }: Covered): string =>
  canonicalJson({
    draft,
    service,
    version,
    answers: createHash('sha256').update(canonicalJson(answers)).digest('hex'),
    files: files.map(({ id, sha256 }) => ({ id, sha256 })).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  })
