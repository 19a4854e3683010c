import process from 'node:process'
import { parseSettings } from './settings.ts'
import { startSimulators } from './simulators.ts'

try {
  const settings = parseSettings(process.env)
  const simulators = await startSimulators(settings)
  const end = () => void simulators.stop().then(() => process.exit(0))
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, end)
  // script/server holds the other end of our standard input, which ends with it, however it ends.
  if (process.env.HANDSLAG_SUPERVISED === '1') process.stdin.once('close', end).resume()
  process.stdout.write(`simulators: http://localhost:${settings.httpPort}, SMTP on 127.0.0.1:${simulators.smtpPort}\n`)
} catch (error) {
  process.stderr.write(`simulators: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
