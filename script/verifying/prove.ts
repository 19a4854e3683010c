import type { KeptEvidence } from '../../src/documents/evidence/evidence-files.ts'
import type { SignedSubmission } from '../../src/documents/evidence/signed-submission.ts'
import { type Evidence, verifyEvidence } from '../../src/signing/public.ts'
import { type Trust, trustedFor } from './trust.ts'

/** What a signature proves by itself, whatever the bundle says beside it. */
export type Proof = {
  /** Personal number (12 digits) or PRID. */
  readonly number: string
  /** As the issuer writes it; undefined where it writes none. */
  readonly name: string | undefined
  readonly at: Date
  readonly evidence: Evidence
  /** What lay beside the evidence to verify it by. */
  readonly trusted: string
}

type Bundled = {
  readonly signed: NonNullable<SignedSubmission['signers'][number]['signed']>
  readonly trust: Trust | undefined
}

/** Whether evidence proves that one of the signer's numbers signed the text and the manifest, when, and at which level. */
export async function prove(
  { text, evidence, trusted }: KeptEvidence,
  { signed, trust }: Bundled,
): Promise<{ readonly proof?: Proof; readonly problems: readonly string[] }> {
  let code = 'nobody is named as its signer'
  for (const signer of signed.identities ?? []) {
    for (const believed of trustedFor(trusted, trust)) {
      const verified = await verifyEvidence(evidence, { text, signer }, believed)
      if (verified.ok) {
        const { name, signedAt: at } = verified.value
        return {
          proof: { number: signer.number, name, at, evidence, trusted },
          problems: problemsOfWords(signed, { evidence, at }),
        }
      }
      code = verified.error
    }
  }
  return { problems: [`evidence.json: proves nothing [${code}]`] }
}

/** What the bundle says of a proven signature otherwise than the issuer. */
const problemsOfWords = (
  { at, level }: Bundled['signed'],
  proven: Pick<Proof, 'evidence' | 'at'>,
): readonly string[] => [
  ...(proven.at.getTime() === Date.parse(at)
    ? []
    : [`evidence.json: was signed ${proven.at.toISOString()}, not ${at}`]),
  ...(isLevel(proven.evidence, level) ? [] : [`evidence.json: isn't a signature at level ${level}`]),
]

/** A hub tells the level. The apps don't: both are approved at level 3 (Agency for Digital Government), by whichever framework's name for it. */
const isLevel = (evidence: Evidence, level: string): boolean =>
  evidence.kind === 'authentication' ? level === evidence.level : level.endsWith('loa3')
