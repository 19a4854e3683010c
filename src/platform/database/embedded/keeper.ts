import process from 'node:process'
import { z } from 'zod'
import { readJson, replaceJson } from '../../json-file.ts'
import { identifyProcess, isAlive, ProcessIdentity } from '../../process/process-identity.ts'
import type { Layout } from './layout.ts'

/** The keeper is the program that started PostgreSQL, or took it over from one that was killed; it alone stops it. */
const Record = z.object({ port: z.int(), keeper: ProcessIdentity.optional() })

/** The port that PostgreSQL had last, so that it gets the same again when it can. */
export const lastPort = (layout: Layout): number | undefined => readJson(layout.running, Record)?.port

/** The living program that keeps PostgreSQL, if there is one. */
export function findKeeper(layout: Layout): ProcessIdentity | undefined {
  const keeper = readJson(layout.running, Record)?.keeper
  return keeper && isAlive(keeper) ? keeper : undefined
}

/** Makes this process the keeper of the PostgreSQL on the port. */
export async function becomeKeeper(layout: Layout, port: number): Promise<void> {
  await replaceJson(layout.running, { port, keeper: identifyProcess(process.pid) })
}

/** Remembers the port, and that nobody keeps PostgreSQL any more. */
export async function resignAsKeeper(layout: Layout, port: number): Promise<void> {
  await replaceJson(layout.running, { port })
}
