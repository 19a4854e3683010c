import { type Logger, pino } from 'pino'

/** Structured log. Lines hold codes and ids only: no names, numbers, answers, addresses with queries or bodies. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>

/** Makes the program's log: JSON lines on standard output at a level (`debug` … `silent`). */
export const makeLog = (level: string): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } })

/** Logs nothing. */
export const silentLog: Log = pino({ level: 'silent' })

/** What an operator may see of an error: type, code and stack; of database errors no detail, which can hold values. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined
  return {
    type: error.name,
    code,
    constraint,
    message: code?.match(/^[0-9A-Z]{5}$/) ? undefined : error.message,
    stack: error.stack?.split('\n').slice(1).join('\n'),
  }
}
