import { StorageFull } from '../blobs/blob-store.ts'
import { CodedError, type ErrorCode } from '../errors.ts'

/** Errors of a connection to the database that is gone or refuses: the rest of the program is well. */
const databaseGone = /^(ECONNREFUSED|ECONNRESET|EPIPE|57P0[123]|08\d{3}|53[34]00)$/

const lostConnection =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/

/** Which of the known errors a thrown thing is, for the person and for the operator. */
export function errorCodeOf(error: unknown): ErrorCode {
  if (error instanceof CodedError) return error.code
  if (!(error instanceof Error)) return 'internal'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  // PostgreSQL's disk_full.
  if (error instanceof StorageFull || code === '53100') return 'storage-full'
  if (databaseGone.test(code) || lostConnection.test(error.message)) return 'unavailable'
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE') return 'too-large'
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
  if (status === 429) return 'too-many-requests'
  if (status === 503) return 'unavailable'
  if (status === 413) return 'too-large'
  if (status === 404) return 'not-found'
  return status >= 400 && status < 500 ? 'bad-request' : 'internal'
}
