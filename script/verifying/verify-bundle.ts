import { submissionFolder } from '../../src/documents/evidence/signed-submission.ts'
import { filesIn } from './check-signer.ts'
import { type CheckedSubmission, checkSubmission } from './check-submission.ts'
import { readBundle } from './read-bundle.ts'
import { readTrust } from './trust.ts'
import { harmlessLine, wordsOfSubmission, wordsOfTrust, wordsOfUncovered } from './words.ts'

/** What a bundle proves, in lines. `isRight`: nothing in it is wrong, and each applicant is proven. `isAll`: so is everybody else who is said to have signed. */
export type Verdict = { readonly isRight: boolean; readonly isAll: boolean; readonly lines: readonly string[] }

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
  const submissions: Found[] = []
  for (const folder of folders) submissions.push([folder, await checkSubmission(filesIn(files, folder), trust)])

  const all = [...problems, ...problemsOfAll(submissions)]
  const signers = submissions.flatMap(([, submission]) => submission.signers)
  const proven = signers.flatMap(({ proof }) => proof ?? [])
  const missing = signers.filter(({ signer }) => signer.signed && signer.signed.folder === undefined).length
  const isRight = all.length === 0 && proven.length > 0
  const lines = [
    ...submissions.flatMap(([folder, submission]) => wordsOfSubmission(folder, submission)),
    ...(trust ? [] : wordsOfTrust(proven)),
    ...wordsOfUncovered,
    ...all,
    conclusion({ files: files.size, proven: proven.length, missing, problems: all.length }),
  ]
  return { isRight, isAll: isRight && missing === 0, lines: lines.map(harmlessLine) }
}

type Found = readonly [folder: string, submission: CheckedSubmission]

/** Problems of each submission, and of them together: a bundle is of one case, and of no submission twice. */
function problemsOfAll(submissions: readonly Found[]): readonly string[] {
  const abouts = submissions.flatMap(([, { about }]) => about ?? [])
  const [first] = abouts
  return submissions.flatMap(([folder, { about, problems }]) => [
    ...(about && folder !== submissionFolder(about.sequence)
      ? [`${folder}: is another submission than its folder says`]
      : []),
    ...(about && (about.case !== first?.case || about.municipality !== first.municipality)
      ? [`${folder}: is of another case than ${submissions[0]?.[0]}`]
      : []),
    ...(about && abouts.find(({ draft }) => draft === about.draft) !== about
      ? [`${folder}: is the same submission as an earlier one`]
      : []),
    ...problems.map((problem) => `${folder}/${problem}`),
  ])
}

type Count = { readonly files: number; readonly proven: number; readonly missing: number; readonly problems: number }

function conclusion({ files, proven, missing, problems }: Count): string {
  if (problems > 0) return `NOT right: ${problems} found`
  if (proven === 0) return 'No signature in the bundle'
  const right = `${files} files and ${signatures(proven)}`
  if (missing === 0) return `${right}: all right`
  return `${right}: right, but NOT ALL PROVEN: the evidence of ${signatures(missing)} is not in this bundle, as in the one that the applicant gets`
}

const signatures = (count: number): string => `${count} signature${count === 1 ? '' : 's'}`
