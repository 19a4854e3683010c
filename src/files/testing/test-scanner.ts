import process from 'node:process'
import { startClamd } from '../../../simulators/clamd/clamd.ts'

/** A scanner that tests ask; `address` as CLAMD_URL takes it. */
export type TestScanner = { readonly address: string; readonly stop: () => Promise<void> }

/** The clamd that `script/test` has started where one is installed, else the simulator. Faults can be switched on in the simulator alone. */
export async function testScanner(): Promise<TestScanner> {
  const address = process.env.TEST_CLAMD_URL
  if (address) return { address, stop: async () => undefined }
  const clamd = await startClamd({ mode: 'ok' })
  return { address: `tcp://127.0.0.1:${clamd.port}`, stop: clamd.stop }
}
