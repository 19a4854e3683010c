import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { asUser } from './database-user.ts'
import { disarmStaleFile, findPostmaster } from './postmaster-file.ts'
import type { Cluster } from './prepare-cluster.ts'

/** A PostgreSQL that runs and takes connections. */
export type Running = {
  readonly pid: number
  readonly port: number
  /** It ran already when we came. */
  readonly adopted: boolean
  /** Resolves when its process has ended. */
  readonly ended: Promise<void>
}

// Milliseconds between two looks at a file or a process that we are no parent of.
const look = 25

const always = [
  'listen_addresses=127.0.0.1',
  // Sockets in the file system would need a path under 108 bytes; TCP on the loopback does.
  'unix_socket_directories=',
  'password_encryption=scram-sha-256',
  'synchronous_commit=on',
  'fsync=on',
  'full_page_writes=on',
  // A week of its own log, without anything that people have typed: no statements, no values, and none of the errors of
  // statements, whose very message may quote a value ("invalid input syntax for type date: …").
  'logging_collector=on',
  'log_directory=log',
  'log_filename=postgres-%a.log',
  'log_rotation_age=1d',
  'log_rotation_size=0',
  'log_truncate_on_rotation=on',
  'log_file_mode=0600',
  'log_statement=none',
  'log_min_duration_statement=-1',
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
]

/** The PostgreSQL that runs for the cluster, waited for while it starts; undefined when there is none, or once it has stopped. */
export async function adopt(cluster: Cluster): Promise<Running | undefined> {
  for (let found = findPostmaster(cluster.layout.cluster); found; found = findPostmaster(cluster.layout.cluster)) {
    if (found.status === 'ready') {
      return { pid: found.pid, port: found.port, adopted: true, ended: waitForEnd(cluster, found.pid) }
    }
    await pause(look)
  }
  return undefined
}

/**
 * Starts PostgreSQL on the port in a session of its own, so that Ctrl-C in the terminal reaches the program alone, and waits until
 * it takes connections. Undefined when it ends before that: the port or the cluster was taken by another one in the meantime, or
 * children of a killed one still use its memory.
 */
export async function launch(cluster: Cluster, port: number): Promise<Running | undefined> {
  const { layout, binaries, user } = cluster
  disarmStaleFile(layout.cluster)
  const log = openSync(layout.startLog, 'w', 0o600)
  const child = spawn(
    binaries.postgres,
    ['-D', layout.cluster, '-p', String(port), ...always.flatMap((setting) => ['-c', setting])],
    { ...asUser(user), detached: true, stdio: ['ignore', log, log] },
  )
  closeSync(log)
  const ended = once(child, 'exit').then(
    () => undefined,
    () => undefined,
  )
  child.unref()
  if (child.pid === undefined) return undefined
  const over = ended.then(() => true)
  while (findPostmaster(layout.cluster)?.pid !== child.pid || findPostmaster(layout.cluster)?.status !== 'ready') {
    if (await Promise.race([over, pause(look, false)])) return undefined
  }
  return { pid: child.pid, port, adopted: false, ended }
}

/** Watches a process that is not our child; the watch keeps no program alive. */
async function waitForEnd(cluster: Cluster, pid: number): Promise<void> {
  while (findPostmaster(cluster.layout.cluster)?.pid === pid) await pause(look * 10, undefined, { ref: false })
}
