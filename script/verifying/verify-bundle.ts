import { submissionFolder } from '../../src/documents/evidence/signed-submission.ts'
import { type CheckedSigner, type CheckedSubmission, checkSubmission, filesIn } from './check-submission.ts'
import { readBundle } from './read-bundle.ts'
import { fingerprintsOf, readTrust } from './trust.ts'

/** What a bundle proves, in lines; whether all of it is right, and something is proven. */
export type Verdict = { readonly isRight: boolean; readonly lines: readonly string[] }

/** What lies beside the submissions. */
const own = new Set(['beskrivning.txt', 'SHA256SUMS'])

/**
 * Verifies an evidence bundle (zip), with no help but the texts of the files that the reader trusts: certificates (PEM) and keys (JWKS) of those who issued
 * the signatures. Without them what lies in the bundle is trusted, and named so that it can be compared.
 */
export async function verifyBundle(zip: Uint8Array, trusted: readonly string[]): Promise<Verdict> {
  const { files, problems } = readBundle(zip)
  const trust = readTrust(trusted)
  const folders = [
    ...new Set([...files.keys()].filter((path) => !own.has(path)).map((path) => path.split('/')[0] ?? '')),
  ]
  const submissions: (readonly [string, CheckedSubmission])[] = []
  for (const folder of folders) submissions.push([folder, await checkSubmission(filesIn(files, folder), trust)])

  const all = [
    ...problems,
    ...submissions.flatMap(([folder, { about, problems: found }]) => [
      ...(about && folder !== submissionFolder(about.sequence)
        ? [`${folder}: is another submission than its folder says`]
        : []),
      ...found.map((problem) => `${folder}/${problem}`),
    ]),
  ]
  const signers = submissions.flatMap(([, submission]) => submission.signers)
  const proven = signers.filter(({ number }) => number !== undefined)
  const isRight = all.length === 0 && proven.length > 0
  return {
    isRight,
    lines: [
      ...submissions.flatMap(([folder, submission]) => told(folder, submission)),
      ...(trust ? [] : wordsOfTrust(proven)),
      ...all,
      isRight
        ? `${files.size} files and ${proven.length} signature${proven.length === 1 ? '' : 's'}: all right`
        : all.length === 0
          ? 'No signature in the bundle'
          : `NOT right: ${all.length} found`,
    ],
  }
}

function told(folder: string, { about, signers, problems }: CheckedSubmission): readonly string[] {
  if (!about) return []
  return [
    `${folder}: case ${about.case} at ${about.municipality}, received ${about.receivedAt}, ${about.files.length} files`,
    ...signers.map((signer, index) => `  ${index + 1}. ${wordsOf(signer, problems)}`),
  ]
}

function wordsOf({ signer, number }: CheckedSigner, problems: readonly string[]): string {
  const { name, role, declined, signed } = signer
  const who = `${name ?? 'name not told'}, ${role}`
  if (!signed) return `${who}: ${declined ? 'has declined to sign' : 'has not signed'}`
  const how = `signed ${signed.at} with ${signed.method} (${signed.level})`
  if (signed.folder === undefined) return `${who}: ${how}, evidence not in this bundle`
  const isRight = number !== undefined && !problems.some((problem) => problem.startsWith(`${signed.folder}`))
  return `${who}${number === undefined ? '' : `, ${number}`}: ${how}, ${isRight ? 'right' : 'NOT right'}`
}

/** Whoever can make a bundle can make a root: then only the fingerprints tell. */
function wordsOfTrust(proven: readonly CheckedSigner[]): readonly string[] {
  if (proven.length === 0) return []
  const found = new Set(proven.flatMap(({ trusted = '' }) => fingerprintsOf(trusted)))
  const hasKeys = proven.some(({ trusted = '' }) => fingerprintsOf(trusted).length === 0)
  return [
    'Trusted because they lie in the bundle (--trust says otherwise); compare with what the issuers publish:',
    ...[...found].map((line) => `  ${line}`),
    ...(hasKeys ? ['  keys (JWKS) in betrodda.json'] : []),
  ]
}
