import { realpathSync } from 'node:fs'
import type { Log } from '../../log.ts'
import { endPostmaster } from './end-postmaster.ts'
import { findKeeper } from './keeper.ts'
import { layoutOf } from './layout.ts'
import { findPostmaster } from './postmaster-file.ts'

/** Ends the PostgreSQL of a data folder that a killed program has left running; one that a living program keeps is left alone. */
export async function endLeftPostgres(dataDirectory: string, log: Pick<Log, 'warn'>): Promise<void> {
  const layout = layoutOf(realpathSync(dataDirectory))
  const left = findPostmaster(layout.cluster)
  if (left && !findKeeper(layout)) await endPostmaster(layout.cluster, left.pid, log)
}
