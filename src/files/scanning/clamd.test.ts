import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Clamd, startClamd } from '../../../simulators/clamd/clamd.ts'
import type { ScannerFaults } from '../../../simulators/clamd/faults.ts'
import { ScannerUnavailable } from '../../platform/scanning.ts'
import { eicar } from '../testing/eicar.ts'
import { type TestScanner, testScanner } from '../testing/test-scanner.ts'
import { clamdScanner } from './clamd.ts'

const faults: ScannerFaults = { mode: 'ok' }
/** Whose faults can be switched on; what isn't about faults asks the clamd that is installed, if one is. */
let faulty: Clamd
let scanner: TestScanner

beforeAll(async () => {
  faulty = await startClamd(faults)
  scanner = await testScanner()
})
afterAll(async () => await Promise.all([faulty.stop(), scanner.stop()]))

async function scan(chunks: readonly Uint8Array[], address = scanner.address) {
  const one = await clamdScanner(async () => address).begin()
  for (const chunk of chunks) await one.write(chunk)
  return await one.verdict()
}

test('a file in which nothing is found is clean, however long', async () => {
  expect(await scan([])).toEqual({ kind: 'clean' })
  expect(await scan([Buffer.alloc(0), Buffer.from('hej')])).toEqual({ kind: 'clean' })
  expect(await scan(Array.from({ length: 100 }, () => Buffer.alloc(200_000, 'a')))).toEqual({ kind: 'clean' })
})

test('the test virus is found, also across chunks', async () => {
  // Signatures that aren't ClamAV's own are told so: "….UNOFFICIAL".
  const found = { kind: 'infected', name: expect.stringContaining('Eicar-Test-Signature') }
  expect(await scan([eicar])).toEqual(found)
  expect(await scan([Buffer.alloc(70_000), eicar.subarray(0, 30), eicar.subarray(30), Buffer.alloc(9)])).toEqual(found)
})

test.each(['drop', 'limit'] as const)('a scanner that does not scan to the end (%s) is no verdict', async (mode) => {
  faults.mode = mode
  const address = `tcp://127.0.0.1:${faulty.port}`
  const long = Array.from({ length: 100 }, () => Buffer.alloc(200_000))
  await expect(scan(long, address)).rejects.toThrow(ScannerUnavailable)
  await expect(scan([Buffer.from('kort')], address)).rejects.toThrow(ScannerUnavailable)
  faults.mode = 'ok'
})

test('a scanner that isn’t there is no verdict', async () => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  await new Promise((resolve) => server.close(resolve))
  await expect(scan([], `tcp://127.0.0.1:${port}`)).rejects.toThrow(ScannerUnavailable)
  await expect(scan([], 'unix:///nowhere/clamd.sock')).rejects.toThrow(ScannerUnavailable)
})

test('a scan that is abandoned lets the scanner go', async () => {
  const one = await clamdScanner(async () => scanner.address).begin()
  one.abandon()
  await expect(one.write(Buffer.from('x'))).rejects.toThrow(ScannerUnavailable)
})
