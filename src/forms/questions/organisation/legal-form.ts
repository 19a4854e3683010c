import { z } from 'zod'

/** Groups of legal forms, as rules and e-services tell organisations apart. */
export const LegalForm = z.enum([
  'aktiebolag',
  'handelsbolag',
  'ekonomisk-forening',
  'ideell-forening',
  'stiftelse',
  'enskild-firma',
  'annan',
])

/** See the schema of the same name. */
export type LegalForm = z.infer<typeof LegalForm>

/** The first digit of an organisation number tells its group (Skatteverket SKV 709). An 8 is an association or, more seldom, a foundation. */
const byFirstDigit: Readonly<Record<string, LegalForm>> = {
  5: 'aktiebolag',
  7: 'ekonomisk-forening',
  8: 'ideell-forening',
  9: 'handelsbolag',
}

/** The group that a number (10 or 12 digits) speaks of, as long as no register has told. */
export const legalFormOf = (number: string): LegalForm =>
  number.length === 12 ? 'enskild-firma' : (byFirstDigit[number.charAt(0)] ?? 'annan')
