import type { TextKey } from './texts/catalogue.ts'

type ErrorKind = {
  readonly status: number
  readonly title: TextKey
  readonly text: TextKey
  /** Whether somebody has to look at it at once. */
  readonly wake: boolean
}

const kind = <const Name extends string>(status: number, name: Name, wake = false) =>
  ({ status, title: `error.${name}.title`, text: `error.${name}.text`, wake }) as const

/** Every error that ends a request: what the person is told, and what an operator looks for in the log. */
export const errorKinds = {
  'bad-request': kind(400, 'bad-request'),
  'foreign-origin': kind(403, 'foreign-origin'),
  'not-found': kind(404, 'not-found'),
  'method-not-allowed': kind(405, 'bad-request'),
  gone: kind(410, 'gone'),
  conflict: kind(409, 'conflict'),
  'too-large': kind(413, 'too-large'),
  'too-many-requests': kind(429, 'too-many-requests'),
  internal: kind(500, 'internal', true),
  'identity-provider-failed': kind(502, 'identity-provider'),
  busy: kind(503, 'busy'),
  unavailable: kind(503, 'unavailable', true),
  'storage-full': kind(507, 'storage-full', true),
} as const satisfies Record<string, ErrorKind>

export type ErrorCode = keyof typeof errorKinds

/** Ends a request with one of the known errors. The message is for operators and holds no personal data. */
export class CodedError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string = code, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CodedError'
    this.code = code
  }
}

/** For what does not exist or belongs to somebody else: the two are never told apart. */
export const notFound = (): CodedError => new CodedError('not-found')
