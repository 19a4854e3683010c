import { z } from 'zod'
import { staffCasePath } from '../cases/public.ts'
import { Id } from '../platform/ids.ts'

/** A case by its address. */
export const CaseParams = z.object({ case: Id })

/** What a case worker can do with a case, each on a page of its own below the case's. */
const deedWords = {
  take: 'ta',
  assign: 'fordela',
  status: 'status',
  request: 'komplettering',
  message: 'meddelanden',
} as const

export type Deed = keyof typeof deedWords

/** The address of what can be done with a case. */
export const deedPath = (caseId: string, deed: Deed): string => `${staffCasePath(caseId)}/${deedWords[deed]}`

/** The pattern of such an address. */
export const deedPattern = (deed: Deed): string => `/handlaggning/arenden/:case/${deedWords[deed]}`

/** What has just been done, as the case's page says it. */
const doneWords = {
  taken: 'tagit',
  assigned: 'fordelat',
  status: 'status',
  requested: 'begart',
  sent: 'skickat',
} as const

export type Done = keyof typeof doneWords

const isDone = (name: string): name is Done => name in doneWords

/** The case's page, telling what has just been done. */
export const donePath = (caseId: string, done: Done): string => `${staffCasePath(caseId)}?gjort=${doneWords[done]}`

/** What the address says has just been done; nothing when it says nothing that is known. */
export const DoneQuery = z
  .object({ gjort: z.string().optional().catch(undefined) })
  .transform(({ gjort }): { readonly done: Done | undefined } => ({
    done: Object.keys(doneWords)
      .filter(isDone)
      .find((name) => doneWords[name] === gjort),
  }))

/** The version of the case that a form was shown for, as posted; 0, which no case has, when it is missing. */
export const Version = z.coerce.number().int().min(0).catch(0)
