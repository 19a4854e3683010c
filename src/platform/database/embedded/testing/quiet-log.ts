import { makeLog } from '../../../log.ts'

/** A log that keeps its mouth shut. */
export const quietLog = makeLog('silent')
