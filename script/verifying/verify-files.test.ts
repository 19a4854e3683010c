import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aBundle, replaced, withFile } from './testing/a-bundle.ts'
import { verifyFiles } from './verify-files.ts'

let folder = ''
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handslag-verify-files-'))
  const { zip, bankIdRoot } = await aBundle()
  const right = await zip()
  await writeFile(at('right.zip'), right)
  const isApplicant = ({ role }: { readonly role: string }) => role === 'applicant'
  await writeFile(
    at('own.zip'),
    await zip(({ signers, ...submission }) => ({
      ...submission,
      signers: signers.map((signer) => ({ ...signer, isForReader: isApplicant(signer) })),
    })),
  )
  await writeFile(at('root.pem'), bankIdRoot)
  await writeFile(at('wrong.zip'), withFile(right, 'inskick-1/kopia.pdf', replaced('PDF', 'PDG')))
})
afterAll(() => rm(folder, { recursive: true }))

async function verified(...args: readonly string[]) {
  const lines: string[] = []
  return { code: await verifyFiles(args, (line) => lines.push(line)), text: lines.join('\n') }
}

test('it says yes with 0, and no with 1 and the file’s name', async () => {
  expect(await verified(at('right.zip'))).toMatchObject({ code: 0, text: expect.stringMatching(/^right\.zip:/) })
  expect(await verified(at('wrong.zip'))).toMatchObject({ code: 1, text: expect.stringContaining('kopia.pdf') })
  expect(await verified(at('right.zip'), at('wrong.zip'))).toMatchObject({ code: 1 })
})

test('it says with 3, and plainly, that others than the applicant aren’t proven by the applicant’s own bundle', async () => {
  expect(await verified(at('own.zip'))).toMatchObject({ code: 3, text: expect.stringContaining('NOT ALL PROVEN') })
  expect(await verified(at('own.zip'), at('right.zip'))).toMatchObject({ code: 3 })
  expect(await verified(at('own.zip'), at('wrong.zip'))).toMatchObject({ code: 1 })
})

test('it trusts what it is told to', async () => {
  expect(await verified(at('right.zip'), '--trust', at('root.pem'))).toMatchObject({ code: 1 })
})

test('it ends with 2 without a bundle, or with one that it can’t read', async () => {
  expect(await verified()).toMatchObject({ code: 2 })
  expect(await verified('--other')).toMatchObject({ code: 2 })
  expect(await verified(at('missing.zip'))).toMatchObject({ code: 2, text: expect.stringContaining('missing.zip') })
})
