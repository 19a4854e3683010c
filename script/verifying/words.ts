import { submissionNames } from '../../src/documents/evidence/signed-submission.ts'
import type { Evidence } from '../../src/signing/public.ts'
import type { CheckedSigner } from './check-signer.ts'
import type { CheckedSubmission } from './check-submission.ts'
import type { Proof } from './prove.ts'
import { fingerprintsOf } from './trust.ts'

/** What a verdict says of a submission: what it says of itself, and who has signed it. */
export function wordsOfSubmission(folder: string, { about, signers }: CheckedSubmission): readonly string[] {
  if (!about) return []
  return [
    `${folder}: case ${about.case} at ${about.municipality}, received ${about.receivedAt}, ${about.files.length} files`,
    ...signers.map((signer, index) => `  ${index + 1}. ${wordsOfSigner(signer)}`),
  ]
}

/** What is proven by the issuer's words alone; what only the bundle says stands as said by it. */
function wordsOfSigner({ signer, proof, problems }: CheckedSigner): string {
  const { name, role, declined, signed } = signer
  const who = `${name ?? 'name not told'}, ${role}`
  if (!signed) return `${who}: ${declined ? 'has declined to sign' : 'has not signed'}`
  if (signed.folder === undefined) return `${who}: is said to have signed ${signed.at}, NOT PROVEN HERE`
  if (!proof) return `${who}: is said to have signed ${signed.at}, NOT right`
  const named =
    name === undefined || name === proof.name ? '' : ` (“${name}” in ${submissionNames.about} is not the issuer's word)`
  const verdict = problems.length === 0 ? 'right' : 'NOT right'
  return `${proof.name ?? 'name not told by the issuer'}, ${role}, ${proof.number}${named}: signed ${proof.at.toISOString()} ${wayOf(proof.evidence)}, ${verdict}`
}

function wayOf(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'bankid':
      return 'with BankID'
    case 'freja':
      return 'with Freja eID+'
    case 'authentication':
      return `by identification at ${evidence.provider} for ${evidence.audience} (${evidence.level})`
  }
}

/** What no signature covers, and so is the municipality's word alone. */
export const wordsOfUncovered = [
  'No signature covers case number, municipality, time of receipt, names of files and people in ansokan.json, who has declined or not signed, or kopia.pdf.',
]

/** Whoever can make a bundle can make a root: then only the fingerprints tell. */
export function wordsOfTrust(proven: readonly Proof[]): readonly string[] {
  if (proven.length === 0) return []
  const found = new Set(proven.flatMap(({ trusted }) => fingerprintsOf(trusted)))
  const hasKeys = proven.some(({ trusted }) => fingerprintsOf(trusted).length === 0)
  return [
    'Trusted because they lie in the bundle (--trust says otherwise); compare with what the issuers publish:',
    ...[...found].map((line) => `  ${line}`),
    ...(hasKeys ? ['  keys (JWKS) in betrodda.json'] : []),
  ]
}

/** A line as it stands in a terminal: nothing that a bundle says ends it, hides it or turns it around. */
export const harmlessLine = (line: string): string =>
  line.replace(
    /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu,
    (letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`,
  )
