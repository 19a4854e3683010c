type Code =
  | 'database-user-missing'
  | 'database-folder-closed'
  | 'database-binaries-missing'
  | 'database-passwords-missing'
  | 'database-cluster-failed'
  | 'database-start-failed'
  | 'database-not-ours'
  | 'database-letters-wrong'

/** Why the embedded PostgreSQL could not be started; the message tells an operator what to do. */
export class DatabaseStartError extends Error {
  readonly code: Code

  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DatabaseStartError'
    this.code = code
  }
}
