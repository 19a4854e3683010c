import { checksumOf } from '../../src/documents/evidence/checksums.ts'
import {
  type Files,
  issuersWords,
  type KeptEvidence,
  readEvidence,
} from '../../src/documents/evidence/evidence-files.ts'
import { SignedSubmission, submissionNames } from '../../src/documents/evidence/signed-submission.ts'
import type { Answers } from '../../src/forms/answers.ts'
import { canonicalJson, isSameJson } from '../../src/forms/canonical-json.ts'
import { manifestOf, verifyEvidence } from '../../src/signing/public.ts'
import { type Trust, trustedFor } from './trust.ts'

type BundledSigner = SignedSubmission['signers'][number]
type BundledSignature = NonNullable<BundledSigner['signed']>

/** What has been found of one signer. */
export type CheckedSigner = {
  readonly signer: BundledSigner
  /** The number (12 digits) or PRID that the evidence is of; undefined where it proves nothing, or isn't in the bundle. */
  readonly number?: string
  /** What lay beside the evidence to verify it by. */
  readonly trusted?: string
}

/** What has been found of one submission. Problems are sentences that begin with the file's path in the submission's folder. */
export type CheckedSubmission = {
  readonly about: SignedSubmission | undefined
  readonly signers: readonly CheckedSigner[]
  readonly problems: readonly string[]
}

/** Checks one submission: that its files are those it names, and that every signature in it covers just what it should, by who it should. */
export async function checkSubmission(files: Files, trust: Trust | undefined): Promise<CheckedSubmission> {
  const about = readAbout(files.get(submissionNames.about))
  if (!about) {
    return { about, signers: [], problems: [`${submissionNames.about}: isn't what was sent in, or not complete`] }
  }
  const checked = await Promise.all(
    about.signers.map(async (signer) => await checkSigner({ about, files, trust }, signer)),
  )
  return {
    about,
    signers: checked.map(({ signer }) => signer),
    problems: [
      ...problemsOfFiles(about, files),
      ...problemsOfShared(about),
      ...checked.flatMap(({ problems }) => problems),
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
    ...named.flatMap(({ path, sha256 }) => {
      const bytes = files.get(path)
      if (!bytes) return [`${path}: is missing`]
      return checksumOf(bytes) === sha256 ? [] : [`${path}: isn't the file that was sent in`]
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
    ([question, answer]) => !isSameJson(answers[question], answer),
  )
  return others.map(
    ([question]) => `${submissionNames.about}: others read another answer to “${question}” than was sent in`,
  )
}

type Given = { readonly about: SignedSubmission; readonly files: Files; readonly trust: Trust | undefined }

async function checkSigner(
  given: Given,
  signer: BundledSigner,
): Promise<{ readonly signer: CheckedSigner; readonly problems: readonly string[] }> {
  const { signed } = signer
  if (!signed || signed.folder === undefined) return { signer: { signer }, problems: [] }
  const { folder } = signed
  const own = filesIn(given.files, folder)
  const kept = readEvidence(own)
  if (!kept) return { signer: { signer }, problems: [`${folder}: the evidence isn't complete`] }
  const { trusted } = kept
  const covered = problemsOfCover(given.about, { signer, signed, own, kept })
  const proof = await prove(kept, { signed, trust: given.trust })
  const problems = [...covered, ...proof.problems].map((problem) => `${folder}/${problem}`)
  return { signer: { signer, trusted, ...(proof.number !== undefined && { number: proof.number }) }, problems }
}

/** The files of a folder, by their names in it. */
export const filesIn = (files: Files, folder: string): Files =>
  new Map(
    [...files].flatMap(([path, bytes]) =>
      path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), bytes] as const] : [],
    ),
  )

type Signature = {
  readonly signer: BundledSigner
  readonly signed: BundledSignature
  readonly own: Files
  readonly kept: KeptEvidence
}

/** Whether the signed answers are those that this signer had before them, and the manifest that of these answers and their files. */
function problemsOfCover(about: SignedSubmission, { signer, signed, own, kept }: Signature): readonly string[] {
  const isApplicant = signer.role === 'applicant'
  const answers: Answers = isApplicant ? about.answers : { ...about.shared?.answers, ...signed.own?.answers }
  const written = new TextDecoder().decode(own.get(submissionNames.signed))
  const manifest = manifestOf({
    draft: about.draft,
    service: about.service.id,
    version: about.service.version,
    answers,
    files: about.files.filter(({ hiddenFromParties }) => isApplicant || !hiddenFromParties),
  })
  return [
    ...(written === canonicalJson(answers)
      ? []
      : [`${submissionNames.signed}: other answers than those in ${submissionNames.about}`]),
    ...(kept.text.manifest === manifest
      ? []
      : [`manifest.json: is of other answers or files than those in ${submissionNames.about}`]),
    ...(checksumOf(issuersWords(kept.evidence)) === signed.checksum
      ? []
      : [`evidence.json: isn't the signature that ${submissionNames.about} has the checksum of`]),
  ]
}

/** Whether the evidence proves that one of the signer's numbers signed the text and the manifest, and when. */
async function prove(
  { text, evidence, trusted }: KeptEvidence,
  { signed, trust }: { readonly signed: BundledSignature; readonly trust: Trust | undefined },
): Promise<{ readonly number?: string; readonly problems: readonly string[] }> {
  let code = 'nobody is named as its signer'
  for (const identity of signed.identities ?? []) {
    const verified = await verifyEvidence(evidence, { text, signer: identity }, trustedFor(trusted, trust))
    if (verified.ok) {
      const isThen = verified.value.signedAt.getTime() === Date.parse(signed.at)
      const problems = isThen
        ? []
        : [`evidence.json: was signed ${verified.value.signedAt.toISOString()}, not ${signed.at}`]
      return { number: identity.number, problems }
    }
    code = verified.error
  }
  return { problems: [`evidence.json: proves nothing [${code}]`] }
}
