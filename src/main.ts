import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { composeServices, type Services } from './composition.ts'
import { loadDemonstration } from './demonstration.ts'
import { ConfigurationError, parseConfiguration } from './platform/configuration/configuration.ts'
import { readKeyFile } from './platform/cryptography/key-vault.ts'
import { findDatabaseFaults } from './platform/database/assertions.ts'
import { DatabaseStartError } from './platform/database/embedded/database-start-error.ts'
import { provideDatabase } from './platform/database/provide.ts'
import { makeLog } from './platform/log.ts'
import { onSupervisorGone } from './platform/process/supervised.ts'
import { queues, schedules } from './queues.ts'
import { simulatedSettings } from './tenants/public.ts'
import { buildWeb } from './web.ts'
import { startWorker } from './worker.ts'

const root = join(import.meta.dirname, '..')

/** Starts the program; answers how to stop it. Configuration → database → services → content → worker → web. */
async function start(): Promise<() => Promise<void>> {
  const configuration = parseConfiguration(process.env, root)
  const log = makeLog(configuration.logLevel)
  await mkdir(dirname(configuration.keyFile), { recursive: true, mode: 0o700 })
  const installationKey = await readKeyFile(configuration.keyFile)
  const database = await provideDatabase(configuration, join(root, 'migrations'), log, { queues, schedules })
  database.onGone(() => process.exit(1))
  try {
    const services = await composeServices({ configuration, log, installationKey, databaseUrl: database.url, root })
    const faults = await findDatabaseFaults(services.db)
    if (faults.length > 0) throw new ConfigurationError(`database: ${faults.join('; ')}`)
    if (configuration.demonstration) await loadDemonstration(services, join(root, 'content'))
    await refuseSimulators(services)

    const worker = configuration.worker ? await startWorker(services) : undefined
    const web = configuration.web ? await buildWeb(services) : undefined
    await web?.listen({ port: configuration.port, host: configuration.listen })
    log.info({ code: 'started', port: configuration.web ? configuration.port : undefined })

    // What people wait for first; the database last, since the others still write to it.
    return async () => {
      await web?.close()
      await worker?.stop()
      await services.close()
      await database.stop()
      log.info({ code: 'stopped' })
    }
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** In production nobody may be let in, or looked up, by what plays somebody else. Each request refuses it as well. */
async function refuseSimulators({ configuration, directory }: Services): Promise<void> {
  if (!configuration.production) return
  const faults = (await directory.list()).flatMap((tenant) =>
    simulatedSettings(tenant).map((setting) => `${tenant.shortName}: ${setting}`),
  )
  if (faults.length > 0)
    throw new ConfigurationError(`simulators are set, which production refuses: ${faults.join('; ')}`)
}

try {
  const stop = await start()
  let stopping = false
  const end = () => {
    if (stopping) return
    stopping = true
    stop().then(() => process.exit(0), fail)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end)
  onSupervisorGone(end)
} catch (error) {
  fail(error)
}

/** Errors that an operator can mend are said in words; others with their stack. */
function fail(error: unknown): never {
  const mendable = error instanceof ConfigurationError || error instanceof DatabaseStartError
  const words = error instanceof Error ? (mendable ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`handslag: ${words}\n`)
  process.exit(1)
}
