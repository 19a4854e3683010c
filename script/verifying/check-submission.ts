import { checksumOf } from '../../src/documents/evidence/checksums.ts'
import type { Files } from '../../src/documents/evidence/evidence-files.ts'
import { SignedSubmission, submissionNames } from '../../src/documents/evidence/signed-submission.ts'
import { type CheckedSigner, checkSigner } from './check-signer.ts'
import { isPartOf } from './is-part-of.ts'
import type { Trust } from './trust.ts'

/** What has been found of one submission. Problems are sentences that begin with the file's path in the submission's folder. */
export type CheckedSubmission = {
  readonly about: SignedSubmission | undefined
  readonly signers: readonly CheckedSigner[]
  readonly problems: readonly string[]
}

/**
 * Checks one submission: that its files are those it names, that every signature in it covers just what it should, by who it should, and that its applicant is
 * proven to have signed it. What other signers are said to have done is proven where their evidence is in the bundle, and only there.
 */
export async function checkSubmission(files: Files, trust: Trust | undefined): Promise<CheckedSubmission> {
  const about = readAbout(files.get(submissionNames.about))
  if (!about) {
    return { about, signers: [], problems: [`${submissionNames.about}: isn't what was sent in, or not complete`] }
  }
  const signers = await Promise.all(
    about.signers.map(async (signer) => await checkSigner({ about, files, trust }, signer)),
  )
  return {
    about,
    signers,
    problems: [
      ...problemsOfFiles(about, files),
      ...problemsOfShared(about),
      ...problemsOfSigners(signers).map((problem) => `${submissionNames.about}: ${problem}`),
      ...signers.flatMap(({ problems }) => problems),
    ],
  }
}

function readAbout(bytes: Uint8Array | undefined): SignedSubmission | undefined {
  try {
    const read = SignedSubmission.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

/** Files that are missing or others than they should be, and those that nothing tells of. */
function problemsOfFiles({ files: named, signers }: SignedSubmission, files: Files): readonly string[] {
  const folders = signers.flatMap(({ signed }) => signed?.folder ?? [])
  const known = new Set<string>([submissionNames.about, submissionNames.copy, ...named.map(({ path }) => path)])
  return [
    ...(files.has(submissionNames.copy) ? [] : [`${submissionNames.copy}: is missing`]),
    ...named.flatMap(({ path, size, sha256 }) => {
      const bytes = files.get(path)
      if (!bytes) return [`${path}: is missing`]
      return checksumOf(bytes) === sha256 && bytes.length === size ? [] : [`${path}: isn't the file that was sent in`]
    }),
    ...[...files.keys()].flatMap((path) =>
      known.has(path) || folders.some((folder) => path.startsWith(`${folder}/`))
        ? []
        : [`${path}: nothing in the bundle tells what it is`],
    ),
  ]
}

/** What other parties read is part of what was sent in, and nothing else. */
function problemsOfShared({ answers, shared }: SignedSubmission): readonly string[] {
  const others = Object.entries(shared?.answers ?? {}).filter(
    ([question, answer]) => !isPartOf(answer, answers[question]),
  )
  return others.map(
    ([question]) => `${submissionNames.about}: others read another answer to “${question}” than was sent in`,
  )
}

/** A submission is by one applicant, who has signed it; each of its signatures is another person's. */
function problemsOfSigners(checked: readonly CheckedSigner[]): readonly string[] {
  const positions = checked.map(({ signer }) => signer.position)
  const numbers = checked.flatMap(({ proof }) => proof?.number ?? [])
  const applicants = checked.filter(({ signer }) => signer.role === 'applicant')
  const [applicant] = applicants
  return [
    ...(isAllDifferent(positions) ? [] : ['two of the signers have the same place']),
    ...(applicants.length === 1 && applicant?.signer.position === 0 ? [] : ['has not one applicant, and them first']),
    ...(applicants.some(({ proof }) => proof) ? [] : ['nothing here proves that the applicant has signed it']),
    ...(isAllDifferent(numbers) ? [] : ['one person has signed in the place of two']),
  ]
}

const isAllDifferent = (values: readonly (string | number)[]): boolean => new Set(values).size === values.length
