import { dayIn } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { lookUpOrganisation } from '../commands/look-up-organisation.ts'
import type { OrganisationDetails } from '../model.ts'
import type { CompanyRegister, RegisterAnswer } from '../register/company-register.ts'
import {
  checkOrganisation,
  numberTyped,
  type OrganisationProblems,
  type PostedOrganisation,
  withRegistered,
} from './organisation-form.ts'

/** What came of a posted form: right details to save, or the form again with what is to be said beside it. */
type Handled =
  | { readonly kind: 'save'; readonly details: OrganisationDetails }
  | {
      readonly kind: 'show'
      readonly typed: PostedOrganisation
      readonly problems: OrganisationProblems
      /** What the register answered, when it was asked. */
      readonly fetched?: RegisterAnswer
    }

/** "Hämta uppgifter" asks the register and fills in what it knows; everything else checks what was typed. */
export async function handleForm(
  ctx: Context,
  register: CompanyRegister,
  posted: PostedOrganisation,
): Promise<Handled> {
  const today = dayIn(ctx.tenant.timeZone, ctx.clock.now())
  if (posted.action !== 'hamta') {
    const checked = checkOrganisation(posted, today)
    return checked.ok
      ? { kind: 'save', details: checked.details }
      : { kind: 'show', typed: posted, problems: checked.problems }
  }
  const number = numberTyped(posted, today)
  if (!number) return { kind: 'show', typed: posted, problems: { number: 'organisations.form.number-problem' } }
  const fetched = await lookUpOrganisation(ctx, register, number)
  // Of several firms on one number nobody but the person knows which is meant.
  const [first, ...more] = fetched.kind === 'found' ? fetched.organisations : []
  const typed = first && more.length === 0 ? withRegistered(posted, first) : posted
  return { kind: 'show', typed, problems: {}, fetched }
}
