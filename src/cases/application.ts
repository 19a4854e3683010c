import type { Service } from '../catalogue/public.ts'
import type { Answers } from '../forms/answers.ts'
import type { RuleParts } from '../forms/rules/value.ts'
import type { Signer } from '../signing/public.ts'
import { contactIn } from './contact.ts'
import type { NewSubmission } from './submission.ts'

/** A draft that has been found complete and right, on its way in. */
export type Application = {
  readonly draftId: string
  readonly service: Service
  readonly answers: Answers
  /** Ids of the questions that were asked. */
  readonly asked: readonly string[]
  /** What the form's rules saw. */
  readonly seen: RuleParts
  /** Short name of the staff group that handles what was answered so. */
  readonly group: string
  readonly files: NewSubmission['files']
  /** The applicant's name as registers or the login told it. */
  readonly knownAs: string | undefined
  /** The instant at which it comes in. */
  readonly at: Date
  /** Who has signed it; undefined when nobody does. Then it comes in by the program, in role `system`, in the name of whoever signed last. */
  readonly signed?: SignedBy
}

/** Who stands behind what was signed. */
export type SignedBy = {
  /** Id of the person who applied. */
  readonly ownerId: string
  /** All who were to sign, in their order, the applicant first. */
  readonly signers: readonly Signer[]
}

/** What somebody who has sent gets to know. */
export type Received = {
  readonly caseId: string
  readonly number: string
  /** When it came in: the draft was not an incoming document until then. */
  readonly receivedAt: Date
  /** Reference of the receipt for somebody not logged in. */
  readonly receipt: string | undefined
}

/** The name of an applicant who isn't protected as it stands in lists: as answered, else as known. */
export const applicantOf = ({ service, answers, knownAs }: Application): string | undefined =>
  contactIn(service.definition.form, answers).name ?? knownAs
