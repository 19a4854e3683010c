import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { proveService } from '../../src/catalogue/definition/prove-service.ts'
import { exampleInWords } from '../../src/forms/proof/finding.ts'

/** Proves the definitions in these files and says what it found, line by line; answers the exit code: 1 with findings, 2 when a file can't be read. */
export async function checkServices(files: readonly string[], say: (line: string) => void): Promise<0 | 1 | 2> {
  if (files.length === 0) {
    say('Which files? For example: ./script/check-service content/*/services/*.json')
    return 2
  }
  let found = 0
  for (const file of files) {
    const name = shortNameOf(file)
    const written = await readJson(file)
    if (written === undefined) {
      say(`${name}: can't be read as JSON`)
      return 2
    }
    const { findings, sampled } = proveService(written)
    for (const { code, path, message, example } of findings) {
      say(`${name}: ${path.join('.') || 'the whole'}: ${message} [${code}]`)
      if (example) say(`  for example: ${exampleInWords(example) || 'whatever is answered'}`)
    }
    if (sampled.length > 0) {
      const places = sampled.map((path) => path.join('.')).join(', ')
      say(`${name}: sampled, not proved, since rules calculate or depend on very many answers: ${places}`)
    }
    found += findings.length
  }
  const services = files.length === 1 ? '1 service' : `${files.length} services`
  say(found === 0 ? `${services} checked, nothing found` : `${services} checked, ${found} found`)
  return found === 0 ? 0 : 1
}

function shortNameOf(file: string): string {
  const here = relative(process.cwd(), file)
  return here.startsWith('..') ? file : here
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}
