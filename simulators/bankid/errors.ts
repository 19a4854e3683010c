import type { ServerResponse } from 'node:http'

/** BankID's errors: their code, and the status that each comes with. */
const statuses = {
  alreadyInProgress: 400,
  invalidParameters: 400,
  unauthorized: 401,
  notFound: 404,
  methodNotAllowed: 405,
  requestTimeout: 408,
  unsupportedMediaType: 415,
  tooManyRequests: 429,
  internalError: 500,
  maintenance: 503,
} as const

export type BankIdErrorCode = keyof typeof statuses

/** Answers with an error as BankID writes it. */
export function sendBankIdError(response: ServerResponse, errorCode: BankIdErrorCode, details: string): void {
  const limits = { 'ratelimit-limit': '1', 'ratelimit-remaining': '0', 'ratelimit-reset': '1' }
  response.writeHead(statuses[errorCode], {
    'content-type': 'application/json',
    ...(errorCode === 'tooManyRequests' && limits),
  })
  response.end(JSON.stringify({ errorCode, details }))
}

/** Answers with what was asked for. */
export function sendBankIdAnswer(response: ServerResponse, value: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
