import { sha256 } from '../../platform/cryptography/sealing.ts'
import { issuersWords } from '../evidence/evidence-files.ts'
import type { SubmissionSigner } from '../queries/list-signers.ts'
import type { SubmittedSigner } from './submitted.ts'

/** A signer as a copy tells of them: nothing of what they alone may read, and of the evidence its name and checksum. */
export const submittedSigner = ({ role, name, declined, signed }: SubmissionSigner): SubmittedSigner => ({
  role,
  name,
  declined,
  signed: signed && {
    at: signed.at,
    method: signed.method,
    level: signed.level,
    reference: signed.evidence.reference,
    checksum: sha256(issuersWords(signed.evidence)),
  },
})
