import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { BrowserContext } from '@playwright/test'
import { test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { z } from 'zod'
import { lettersIn } from '../../../src/documents/testing/pdf-text.ts'
import { ask } from '../../support/client/ask.ts'
import { expect } from './journey.ts'

const verifier = join(import.meta.dirname, '../../../script/verify-evidence')

/** A bundle of evidence, and what the verifier says of it. */
type Verified = {
  /** Its files as text, by their names; of a PDF the letters that it shows. */
  readonly files: ReadonlyMap<string, string>
  readonly said: string
}

/**
 * Downloads the evidence of a case, of the citizen's or the case worker's address, and fails unless `script/verify-evidence` says yes to all of it; or, to what who
 * applied gets, that all of theirs is right.
 */
export async function expectEvidence(context: BrowserContext, address: string): Promise<Verified> {
  const { origin, pathname } = new URL(address)
  const cookies = await context.cookies(origin.replace(/^http:/, 'https:'))
  const answer = await ask(origin, {
    path: `${pathname}/underskrifter.zip`,
    headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
  })
  expect(answer.status).toBe(200)
  const zip = answer.bytes
  const file = test.info().outputPath(`underskrifter-${crypto.randomUUID()}.zip`)
  await writeFile(file, zip)
  const said = await verified(file, { isOwn: pathname.startsWith('/mina-sidor/') })
  const files = Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, textOf(name, bytes)] as const)
  return { files: new Map(files), said }
}

/** What the verifier says; it ends with 3 where only the evidence of others than the applicant isn't there. */
async function verified(file: string, { isOwn }: { readonly isOwn: boolean }): Promise<string> {
  try {
    return (await promisify(execFile)(verifier, [file])).stdout
  } catch (error) {
    const ended = Ended.safeParse(error)
    if (!isOwn || !ended.success) throw error
    return ended.data.stdout
  }
}

const Ended = z.object({ code: z.literal(3), stdout: z.string() })

const textOf = (name: string, bytes: Uint8Array): string =>
  name.endsWith('kopia.pdf') ? lettersIn(Buffer.from(bytes)) : Buffer.from(bytes).toString('utf8')
