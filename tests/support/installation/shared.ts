import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { type Place, placeOf, startInstallation } from './installation.ts'

declare module 'vitest' {
  interface ProvidedContext {
    installation: Place
  }
}

/** Vitest's global set-up for what crosses domains: builds, and runs one installation that all tests share who don't break theirs. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await promisify(execFile)(join(import.meta.dirname, '../../../script/build'))
  const installation = await startInstallation()
  project.provide('installation', placeOf(installation))
  return installation.stop
}
