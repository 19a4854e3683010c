import type { SessionFacts } from './events.ts'
import type { Area } from './tables.ts'

/** Columns of a session that events tell of. */
export const factColumns = ['session_id', 'area', 'method', 'level_of_assurance'] as const

type FactRow = {
  readonly session_id: string
  readonly area: Area
  readonly method: string
  readonly level_of_assurance: string
}

/** What events tell of a session: nothing of whose it is. */
export const factsOf = (row: FactRow): SessionFacts => ({
  session: row.session_id,
  area: row.area,
  method: row.method,
  level: row.level_of_assurance,
})
