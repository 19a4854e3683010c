import { z } from 'zod'
import { smsNumberOf } from '../../../notices/public.ts'
import type { Person } from '../../../people/public.ts'
import { OwnDetails } from '../../../people/public.ts'
import type { TextKey } from '../../../platform/texts/catalogue.ts'
import type { Texts } from '../../../platform/texts/texts.ts'

/** "Mina uppgifter" as posted: whatever was typed. */
export const PostedDetails = z.object({
  email: z.string().catch(''),
  phone: z.string().catch(''),
  language: z.string().catch(''),
  notices: z.string().optional().catch(undefined),
  sms: z.string().optional().catch(undefined),
  confirmed: z.string().optional().catch(undefined),
})

export type PostedDetails = z.infer<typeof PostedDetails>

/** What can be wrong, by the name of its field. */
export type DetailsProblems = Partial<Readonly<Record<'email' | 'phone' | 'language' | 'confirmed', TextKey>>>

/** The form as it is before anything is changed. */
export const typedFrom = (person: Person, { language }: Texts): PostedDetails => ({
  email: person.email ?? '',
  phone: person.phone ?? '',
  language: person.language ?? language,
  notices: person.noticesByEmail ? 'ja' : undefined,
  sms: person.noticesBySms ? 'ja' : undefined,
  confirmed: undefined,
})

/**
 * Checks what was typed. Somebody with protected identity gives contact details only after having confirmed the warning (requirement B1.4);
 * taking them away needs none.
 */
export function checkDetails(
  typed: PostedDetails,
  { warned }: { readonly warned: boolean },
): { readonly ok: true; readonly details: OwnDetails } | { readonly ok: false; readonly problems: DetailsProblems } {
  const parsed = OwnDetails.safeParse({
    email: typed.email.trim(),
    phone: typed.phone.trim(),
    language: typed.language,
    noticesByEmail: typed.notices !== undefined,
    noticesBySms: typed.sms !== undefined,
  })
  const gives = typed.email.trim() !== '' || typed.phone.trim() !== ''
  const unconfirmed: DetailsProblems =
    warned && gives && typed.confirmed === undefined ? { confirmed: 'portal.details.confirm-problem' } : {}
  const unreachable: DetailsProblems =
    typed.sms !== undefined && smsNumberOf(typed.phone) === undefined ? { phone: 'portal.details.phone-for-sms' } : {}
  const faults = { ...unconfirmed, ...unreachable }
  if (parsed.success && Object.keys(faults).length === 0) return { ok: true, details: parsed.data }
  const wrong = new Set(parsed.error?.issues.map(({ path }) => path[0]))
  return {
    ok: false,
    problems: {
      ...faults,
      ...(wrong.has('email') ? { email: 'portal.details.email-problem' } : {}),
      ...(wrong.has('phone') ? { phone: 'portal.details.phone-problem' } : {}),
      ...(wrong.has('language') ? { language: 'portal.details.language-problem' } : {}),
    },
  }
}

/**
 * Whether a change would make notices go elsewhere, or nowhere: another address or phone, or none, or notices of a kind switched off. Nobody who only finds
 * a screen unattended may do that (OWASP ASVS 7.5.1). Notices switched on, or another language, hurt nobody.
 */
export const movesNotices = (person: Person, details: OwnDetails): boolean =>
  (person.email ?? '') !== details.email ||
  (person.phone ?? '') !== details.phone ||
  (person.noticesByEmail && !details.noticesByEmail) ||
  (person.noticesBySms && !details.noticesBySms)
