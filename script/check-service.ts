import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const root = join(import.meta.dirname, '..')
/** Beside the installed packages, which the program finds from there. */
const built = join(root, 'node_modules/.cache/handslag')

/** Node.js runs TypeScript, and no TSX: the fields of questions have to be built. */
async function buildProgram(): Promise<string> {
  const bundle = await rolldown({
    input: { 'check-service': join(root, 'script/checking/check-services.ts') },
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith('/'),
    tsconfig: join(root, 'tsconfig.json'),
  })
  await bundle.write({ dir: built, format: 'esm', sourcemap: true })
  return pathToFileURL(join(built, 'check-service.js')).href
}

const { checkServices } = await import(await buildProgram())
const lines: string[] = []
process.exitCode = await checkServices(process.argv.slice(2), (line: string) => lines.push(line))
// At once, so that whoever reads only the first lines makes no error of it.
process.stdout.write(`${lines.join('\n')}\n`)
