import type { Result } from '../../platform/result.ts'
import { unreachable } from '../../platform/result.ts'
import type { Evidence, SignedText, Signer, Verified } from '../methods/method.ts'
import { verifyAuthentication } from './authentication/verify.ts'
import { verifyBankIdSignature } from './bankid/verify.ts'
import { verifyFrejaSignature } from './freja/verify.ts'

/**
 * Verifies any evidence: that somebody signed a text and its manifest, by what was trusted then. The same today as in twenty years: nobody is asked.
 * Each thing that isn't as it should be has its own code.
 */
export async function verifyEvidence(
  evidence: Evidence,
  expected: { readonly text: SignedText; readonly signer: Signer },
  trusted: string,
): Promise<Result<Verified, string>> {
  switch (evidence.kind) {
    case 'bankid':
      return verifyBankIdSignature(evidence, expected, trusted)
    case 'freja':
      return await verifyFrejaSignature(evidence, expected, trusted)
    case 'authentication':
      return await verifyAuthentication(evidence, expected, trusted)
    default:
      return unreachable(evidence)
  }
}
