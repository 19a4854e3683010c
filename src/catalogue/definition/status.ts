import { z } from 'zod'
import { Id } from '../../forms/question.ts'
import { LocalizedText } from '../../platform/texts/localized.ts'

/** The kinds of status that a case can have, in the order in which a case usually passes them. */
export const statusKinds = [
  'received',
  'in-progress',
  'waiting-for-citizen',
  'supplemented',
  'decided',
  'closed',
  'withdrawn',
] as const

export const StatusKind = z.enum(statusKinds)

export type StatusKind = z.infer<typeof StatusKind>

export const Status = z
  .strictObject({
    id: Id,
    kind: StatusKind,
    name: LocalizedText,
    /** A sentence or two to the resident: what the status means and what happens next. */
    meaning: LocalizedText,
  })
  .readonly()

/** A state that a case of a service can be in. Several statuses of a service may be of one kind, except `received`. */
export type Status = z.infer<typeof Status>

type WithStatuses = { readonly statuses: readonly Status[] }

/** The first status of a kind, in the service's own order; undefined when the service has none. */
export const statusOfKind = ({ statuses }: WithStatuses, kind: StatusKind): Status | undefined =>
  statuses.find((status) => status.kind === kind)

/** The status of an id. Throws for an id that the definition doesn't have: a case points at its own version, always. */
export function getStatus({ statuses }: WithStatuses, id: string): Status {
  const status = statuses.find((candidate) => candidate.id === id)
  if (!status) throw new Error(`The definition has no status ${id}`)
  return status
}
