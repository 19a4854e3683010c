import type { StatusKind } from '../catalogue/public.ts'

/**
 * The kinds that a case worker may move a case to by "Ändra status". Waiting for the citizen is reached by asking for a supplement
 * alone, which says what is asked and until when. A case can be taken up again: a decision may have to be changed (FL 37 §).
 */
const next: Readonly<Record<StatusKind, readonly StatusKind[]>> = {
  received: ['received', 'in-progress', 'decided', 'closed', 'withdrawn'],
  'in-progress': ['in-progress', 'decided', 'closed', 'withdrawn'],
  'waiting-for-citizen': ['in-progress', 'supplemented', 'decided', 'closed', 'withdrawn'],
  supplemented: ['in-progress', 'decided', 'closed', 'withdrawn'],
  decided: ['decided', 'in-progress', 'closed'],
  closed: ['in-progress'],
  withdrawn: ['in-progress', 'closed'],
}

/** Whether a case worker may move a case from one status to another: never to the same one, else as the kinds allow. */
export const mayFollow = (from: { id: string; kind: StatusKind }, to: { id: string; kind: StatusKind }): boolean =>
  from.id !== to.id && next[from.kind].includes(to.kind)

/** Kinds in which a case worker may ask the citizen for a supplement; asking anew replaces what was asked. */
const supplementable: readonly StatusKind[] = ['received', 'in-progress', 'waiting-for-citizen', 'supplemented']

/** Whether a supplement can be asked for in a case of this kind of status. */
export const canBeSupplemented = (kind: StatusKind): boolean => supplementable.includes(kind)

/** Whether the municipality is waiting for what the citizen was asked for: the only time when a case can be supplemented. */
export const isWaiting = (kind: StatusKind): boolean => kind === 'waiting-for-citizen'

/** Kinds of cases that nobody works on any more. */
export const finishedKinds: readonly StatusKind[] = ['closed', 'withdrawn']

/** Kinds of cases that wait for the municipality: a case worker's to-do. */
export const toDoKinds: readonly StatusKind[] = ['received', 'in-progress', 'supplemented']
