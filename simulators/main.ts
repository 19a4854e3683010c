import process from 'node:process'
import { parseSettings } from './settings.ts'
import { startSimulators } from './simulators.ts'

try {
  const settings = parseSettings(process.env)
  const simulators = await startSimulators(settings)
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => {
      void simulators.stop().then(() => process.exit(0))
    })
  }
  process.stdout.write(`simulators: http://localhost:${settings.httpPort}, SMTP on 127.0.0.1:${simulators.smtpPort}\n`)
} catch (error) {
  process.stderr.write(`simulators: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
