import { legalFormOf } from '../../forms/questions/organisation/legal-form.ts'
import type { Context } from '../../platform/context.ts'
import { isSameName, type OrganisationDetails } from '../model.ts'
import type { CompanyRegister } from '../register/company-register.ts'
import { numberHmac, sealNumber } from '../sealed-number.ts'
import { lookUpOrganisation } from './look-up-organisation.ts'

/**
 * The columns of an organisation as its person wrote it, confirmed when the company register knows the number by that name. The
 * register is asked before any transaction begins, since it may take seconds to answer.
 */
export async function columnsOf(ctx: Context, register: CompanyRegister, id: string, details: OrganisationDetails) {
  const { number, name, address, role, email, phone } = details
  const answer = number === undefined ? undefined : await lookUpOrganisation(ctx, register, number)
  const firms = answer?.kind === 'found' ? answer.organisations : []
  const registered = firms.find((firm) => isSameName(firm.name, name))
  const confirmed = registered ? 'register-confirmed' : 'self-declared'
  return {
    number_hmac: number === undefined ? null : numberHmac(ctx, number),
    number_sealed: number === undefined ? null : sealNumber(ctx, id, number),
    name: registered?.name ?? name,
    legal_form: registered?.form ?? (number === undefined ? null : legalFormOf(number)),
    address: address ? JSON.stringify(address) : null,
    role: role ?? null,
    email: email ?? null,
    phone: phone ?? null,
    verification: confirmed,
    checked_at: registered ? ctx.clock.now() : null,
  } as const
}
