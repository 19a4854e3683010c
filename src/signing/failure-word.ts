import { z } from 'zod'
import { LoginReason } from '../identity/public.ts'

/** The words of the login that are about its session alone. */
const ofSessions = ['saknar-behorighet', 'utgangen', 'sparad'] as const

/** Why somebody stands before the ways to sign again, as the address says it (`?fel=`): the words of the login, and those that only a signature can fail by. */
export const FailureWord = z.enum([...LoginReason.exclude(ofSessions).options, 'andrad'])

export type FailureWord = z.infer<typeof FailureWord>
