import { join } from 'node:path'

/** Where the embedded PostgreSQL's things lie in the data folder; `docs/operations.md` shows the whole folder. */
export const layoutOf = (dataDirectory: string) => ({
  data: dataDirectory,
  /** The cluster: belongs to the database's user alone. */
  cluster: join(dataDirectory, 'postgres'),
  passwords: join(dataDirectory, 'secrets', 'database.json'),
  /** Port and keeper of the running PostgreSQL. */
  running: join(dataDirectory, 'run', 'postgres.json'),
  /** What PostgreSQL says before its own log is open. */
  startLog: join(dataDirectory, 'run', 'postgres-start.log'),
})

export type Layout = ReturnType<typeof layoutOf>
