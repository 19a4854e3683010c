import { realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { type Part, startPart } from '../../../script/supervision/part.ts'
import { answersOk, fileAppears, until } from '../../../script/supervision/waiting.ts'
import { endLeftPostgres } from '../../../src/platform/database/embedded/end-left-postgres.ts'
import { layoutOf } from '../../../src/platform/database/embedded/layout.ts'
import { findPostmaster } from '../../../src/platform/database/embedded/postmaster-file.ts'
import { findTwoPorts } from './ports.ts'
import { type ExtraService, makeStage } from './stage.ts'

/** Where an installation is: all that tests need who only use it. */
export type Place = {
  /** Of Exempelköping and of Nordby, without a slash at the end. */
  readonly origin: string
  readonly nordby: string
  readonly simulators: string
  readonly port: number
  /** The folder that stands for the checkout, and the data folder. */
  readonly folder: string
  readonly data: string
}

/** A whole installation of its own: program, PostgreSQL and simulators, on a data folder and ports that nobody else has. */
export type Installation = Place & {
  /** Process id of the running program. */
  readonly pid: () => number
  /** `kill -9` of the program alone; PostgreSQL and simulators go on. Resolves when it is gone. */
  readonly killProgram: () => Promise<void>
  /** Starts the program anew and waits until it answers. */
  readonly startProgram: () => Promise<void>
  /** `kill -9` of PostgreSQL; the program goes on. */
  readonly killPostgres: () => void
  /** Ends everything and removes the folder. */
  readonly stop: () => Promise<void>
}

/** The place of an installation, without what can't be handed to another process. */
export const placeOf = ({ origin, nordby, simulators, port, folder, data }: Installation): Place => ({
  origin,
  nordby,
  simulators,
  port,
  folder,
  data,
})

// Milliseconds. A first start makes a database, on machines that do much else.
const patience = 120_000

/** Starts an installation from what `script/build` has built last. */
export async function startInstallation(extra: readonly ExtraService[] = []): Promise<Installation> {
  // Tests ask from one address what a town asks from many.
  process.env.HANDSLAG_REQUESTS_PER_MINUTE = '100000000'
  const folder = await realpath(await makeStage(extra))
  const data = join(folder, 'data')
  const port = await findTwoPorts()
  const settings = { checkout: folder, dataDirectory: data, port, simulators: true, scanner: true, empty: false }

  const simulators = await startPart('simulators', settings)
  await orThrow(until(() => fileAppears(join(data, 'run', 'simulators.json')), simulators, patience))
  const startProgram = async (): Promise<Part> => {
    const part = await startPart('main', settings)
    await orThrow(until(() => answersOk(`http://localhost:${port}/healthz`), part, patience))
    return part
  }
  let program: Part | undefined
  const stop = async () => {
    await program?.end(patience)
    await simulators.end(patience)
    await endLeftPostgres(data, { warn: () => undefined })
    await rm(folder, { recursive: true, force: true })
  }
  try {
    program = await startProgram()
  } catch (error) {
    await stop()
    throw error
  }

  return {
    origin: `http://localhost:${port}`,
    nordby: `http://nordby.localhost:${port}`,
    simulators: `http://localhost:${port + 1}`,
    port,
    folder,
    data,
    pid: () => program?.identity?.pid ?? 0,
    killProgram: async () => {
      program?.kill()
      await program?.ended
    },
    startProgram: async () => {
      program = await startProgram()
    },
    killPostgres: () => {
      const postmaster = findPostmaster(layoutOf(data).cluster)
      if (!postmaster) throw new Error('PostgreSQL does not run')
      process.kill(postmaster.pid, 'SIGKILL')
    },
    stop,
  }
}

async function orThrow(trouble: Promise<string | undefined>): Promise<void> {
  const words = await trouble
  if (words !== undefined) throw new Error(words)
}
