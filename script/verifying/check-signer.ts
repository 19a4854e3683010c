import { checksumOf } from '../../src/documents/evidence/checksums.ts'
import {
  evidenceNames,
  type Files,
  issuersWords,
  type KeptEvidence,
  readEvidence,
} from '../../src/documents/evidence/evidence-files.ts'
import {
  type SignedSubmission,
  signatureFolder,
  submissionNames,
} from '../../src/documents/evidence/signed-submission.ts'
import type { Answers } from '../../src/forms/answers.ts'
import { canonicalJson, isSameJson } from '../../src/forms/canonical-json.ts'
import type { JsonObject } from '../../src/forms/json.ts'
import { manifestOf } from '../../src/signing/public.ts'
import { type Proof, prove } from './prove.ts'
import type { Trust } from './trust.ts'

export type BundledSigner = SignedSubmission['signers'][number]

/** What has been found of one signer. Problems are sentences that begin with the file's path in the submission's folder. */
export type CheckedSigner = {
  readonly signer: BundledSigner
  /** What the evidence proves; undefined where it proves nothing, or isn't in the bundle. */
  readonly proof?: Proof
  readonly problems: readonly string[]
}

type Given = { readonly about: SignedSubmission; readonly files: Files; readonly trust: Trust | undefined }

/** Checks that a signer's evidence, where the bundle has it, covers just what it should, by who it should, and that nothing is said to be theirs without it. */
export async function checkSigner(given: Given, signer: BundledSigner): Promise<CheckedSigner> {
  const { signed, position } = signer
  if (!signed) return { signer, problems: [] }
  const { folder } = signed
  if (folder === undefined) {
    const unproven = `${submissionNames.about}: has answers of ${signer.role} ${position + 1} that no signature here covers`
    return { signer, problems: signed.own ? [unproven] : [] }
  }
  // Else one signature could stand for two people.
  if (folder !== signatureFolder(position)) {
    return {
      signer,
      problems: [`${submissionNames.about}: ${folder} isn't the folder of ${signer.role} ${position + 1}`],
    }
  }
  const own = filesIn(given.files, folder)
  const kept = readEvidence(own)
  if (!kept) return { signer, problems: [`${folder}: the evidence isn't complete`] }
  const proven = await prove(kept, { signed, trust: given.trust })
  const problems = [
    ...problemsOfNames(own, kept),
    ...problemsOfCover(given.about, { signer, signed, own, kept }),
    ...proven.problems,
  ]
  return {
    signer,
    ...(proven.proof && { proof: proven.proof }),
    problems: problems.map((problem) => `${folder}/${problem}`),
  }
}

/** The files of a folder, by their names in it. */
export const filesIn = (files: Files, folder: string): Files =>
  new Map(
    [...files].flatMap(([path, bytes]) =>
      path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), bytes] as const] : [],
    ),
  )

function problemsOfNames(own: Files, kept: KeptEvidence): readonly string[] {
  const names = new Set([...evidenceNames(kept), submissionNames.signed])
  return [...own.keys()].flatMap((name) => (names.has(name) ? [] : [`${name}: nothing in the bundle tells what it is`]))
}

type Signature = {
  readonly signer: BundledSigner
  readonly signed: NonNullable<BundledSigner['signed']>
  readonly own: Files
  readonly kept: KeptEvidence
}

/** Whether the signed answers are those that this signer had before them, and the manifest that of these answers, their files, and all who were asked to sign. */
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
    parties: about.signers,
    signer: signer.position,
  })
  // The applicant's answers are all of them; another's own ones are in no other's.
  const foreign = Object.keys(signed.own?.answers ?? {}).filter(
    (question) => isApplicant || Object.hasOwn(about.answers, question),
  )
  return [
    ...(written === canonicalJson(answers)
      ? []
      : [`${submissionNames.signed}: other answers than those in ${submissionNames.about}`]),
    ...foreign.map((question) => `${submissionNames.signed}: “${question}” isn't for this signer to fill in`),
    ...problemsOfManifest(kept.text.manifest, manifest),
    ...(checksumOf(issuersWords(kept.evidence)) === signed.checksum
      ? []
      : [`evidence.json: isn't the signature that ${submissionNames.about} has the checksum of`]),
  ]
}

/** In what a signed manifest differs from the one of what lies in the bundle. */
function problemsOfManifest(signed: string, bundled: string): readonly string[] {
  if (signed === bundled) return []
  const [theirs, ours] = [readObject(signed), readObject(bundled)]
  const names = Object.keys({ ...theirs, ...ours }).filter((name) => !isSameJson(theirs[name], ours[name]))
  return [`manifest.json: is of something else than ${submissionNames.about}, in ${names.join(', ') || 'its form'}`]
}

function readObject(text: string): JsonObject {
  try {
    const read = JSON.parse(text)
    return typeof read === 'object' && read !== null ? read : {}
  } catch {
    return {}
  }
}
