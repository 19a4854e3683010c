import type { LegalForm } from '../../forms/questions/organisation/legal-form.ts'

/** Codes of Bolagsverket (letters: organisationsform) and of Statistics Sweden (digits: juridisk form), by group. */
const codes: readonly (readonly [LegalForm, readonly string[]])[] = [
  ['aktiebolag', ['AB', 'BAB', 'FAB', 'SE', '41', '42', '43', '49']],
  ['handelsbolag', ['HB', 'KB', '31']],
  ['ekonomisk-forening', ['EK', 'BRF', 'BF', 'KHF', 'FOF', 'SCE', '51', '53', '54', '55']],
  ['ideell-forening', ['I', 'TSF', '61', '63']],
  ['stiftelse', ['S', '71', '72']],
  ['enskild-firma', ['E', '10']],
]

const groups: ReadonlyMap<string, LegalForm> = new Map(
  codes.flatMap(([group, of]) => of.map((code) => [code, group] as const)),
)

/** The group of a legal form by its code; codes that no group has are `annan`. */
export const legalFormOfCode = (code: string): LegalForm => groups.get(code) ?? 'annan'
