import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type Verdict, verifyBundle } from './verify-bundle.ts'

const usage =
  'Which bundle? For example: ./script/verify-evidence 2027-000123-underskrifter.zip --trust bankid-root.pem'

/** Verifies the bundles that arguments name, and says what they prove, line by line; answers the exit code: 1 when one isn't right, 2 when a file can't be read, 3 when all is right but the evidence of somebody who is said to have signed isn't there. */
export async function verifyFiles(args: readonly string[], say: (line: string) => void): Promise<0 | 1 | 2 | 3> {
  const read = readArguments(args)
  if (!read || read.bundles.length === 0) {
    say(usage)
    return 2
  }
  try {
    const trusted = await Promise.all(read.trust.map(async (file) => await readFile(file, 'utf8')))
    const verdicts: Verdict[] = []
    for (const bundle of read.bundles) {
      const verdict = await verifyBundle(await readFile(bundle), trusted)
      for (const line of [`${basename(bundle)}:`, ...verdict.lines]) say(line)
      verdicts.push(verdict)
    }
    if (verdicts.some(({ isRight }) => !isRight)) return 1
    return verdicts.every(({ isAll }) => isAll) ? 0 : 3
  } catch (error) {
    if (!(error instanceof Error && 'path' in error)) throw error
    say(`${String(error.path)}: can't be read`)
    return 2
  }
}

function readArguments(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { trust: { type: 'string', multiple: true, default: [] } },
    })
    return { bundles: positionals, trust: values.trust }
  } catch {
    return undefined
  }
}
