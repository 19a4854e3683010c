import { z } from 'zod'

/** Why somebody stands before the ways to sign again, as the address says it (`?fel=`): the words of the login, and those that only a signature can fail by. */
export const FailureWord = z.enum([
  'avbruten',
  'for-sent',
  'startade-inte',
  'sparrad',
  'pagar-redan',
  'misslyckad',
  'saknar-nummer',
  'tekniskt-fel',
  'okand',
  'nagon-annan',
  'andrad',
])

export type FailureWord = z.infer<typeof FailureWord>
