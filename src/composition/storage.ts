import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { clamdScanner } from '../files/public.ts'
import type { BlobStore } from '../platform/blobs/blob-store.ts'
import { diskBlobStore } from '../platform/blobs/disk.ts'
import { type Configuration, ConfigurationError } from '../platform/configuration/configuration.ts'
import { ScannerUnavailable, type VirusScanner } from '../platform/scanning.ts'

/** Where each municipality's files lie: in the object storage of one's own, or in the data folder. */
export async function blobStores({ blobsUrl, dataFolder }: Configuration): Promise<(tenant: string) => BlobStore> {
  if (blobsUrl === undefined) return (tenant) => diskBlobStore(join(dataFolder, 'blobs', tenant))
  // Loaded by those who use it alone: it's large.
  const { s3BlobStores } = await import('../platform/blobs/s3.ts')
  try {
    return s3BlobStores(blobsUrl)
  } catch (cause) {
    throw new ConfigurationError('BLOBS_URL: must be like s3://bucket?endpoint=https://host&region=name', { cause })
  }
}

/** The virus scanner of one's own, else the simulators', else none. */
export function virusScanner({ clamdUrl, simulators, dataFolder }: Configuration): VirusScanner | undefined {
  if (clamdUrl !== undefined) return clamdScanner(async () => clamdUrl)
  return simulators === undefined ? undefined : clamdScanner(async () => await simulatedClamd(dataFolder))
}

/** The simulator listens where it found a free port, and has written it down; asked each time, since it may have been started anew. */
async function simulatedClamd(dataFolder: string): Promise<string> {
  const path = join(dataFolder, 'run', 'simulators.json')
  try {
    const { clamdPort } = z.object({ clamdPort: z.number().int() }).parse(JSON.parse(await readFile(path, 'utf8')))
    return `tcp://127.0.0.1:${clamdPort}`
  } catch (cause) {
    throw new ScannerUnavailable(`no simulators have said in ${path} where their virus scanner is`, { cause })
  }
}
