import { z } from 'zod'
import { LegalForm } from '../forms/questions/organisation/legal-form.ts'
import { OrganisationAddress } from './register/company-register.ts'
import type { OrganisationTable } from './tables.ts'

/** Who says that an organisation is what a person wrote: nobody else, the company register, or a mandate that was seen. */
export type Verification = OrganisationTable['verification']

/** One of a person's own organisations. */
export type Organisation = {
  readonly id: string
  /** 10 digits, or 12 for a sole trader; undefined for an association without number. */
  readonly number: string | undefined
  readonly name: string
  readonly form: LegalForm | undefined
  readonly address: OrganisationAddress | undefined
  readonly role: string | undefined
  readonly email: string | undefined
  readonly phone: string | undefined
  readonly verification: Verification
  /** When the register or the mandate was last asked. */
  readonly checkedAt: Date | undefined
}

/** The most characters of a name, a street and the like: longer than any real one. */
export const longestLine = 200

const Line = z.string().trim().max(longestLine)

/** What a person may write of an organisation; what is left out is undefined. The number is one that could exist. */
export const OrganisationDetails = z
  .object({
    number: z
      .string()
      .regex(/^(\d{10}|\d{12})$/)
      .optional(),
    name: Line.min(1),
    address: OrganisationAddress.optional(),
    role: Line.min(1).optional(),
    email: z.email().max(254).optional(),
    phone: Line.min(1).optional(),
  })
  .readonly()

export type OrganisationDetails = z.infer<typeof OrganisationDetails>

/** How many organisations one person may write down: more than anybody acts for, few enough for one page. */
export const mostOrganisations = 50

/** The same name, however it is spaced and written in capitals. */
export const isSameName = (a: string, b: string): boolean => plain(a) === plain(b)

const plain = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('sv')

/** The group of legal forms that a row holds. */
export const readLegalForm = (stored: string | null): LegalForm | undefined => LegalForm.safeParse(stored).data
