import { rmSync } from 'node:fs'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const root = join(import.meta.dirname, '../..')
/** Beside the installed packages, which the program finds from there. */
const built = join(root, 'node_modules/.cache/handslag')

/** Builds a program of ours by its name and its first file in `script`, and answers its address: Node.js runs TypeScript, and no TSX, which lies behind most doors. It is there until this process ends, for this process alone: several may run at once. */
export async function buildProgram(name: string, file: string): Promise<string> {
  const bundle = await rolldown({
    input: { [name]: join(root, 'script', file) },
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith('/'),
    tsconfig: join(root, 'tsconfig.json'),
  })
  await mkdir(built, { recursive: true })
  const folder = await mkdtemp(join(built, `${name}-`))
  process.once('exit', () => rmSync(folder, { recursive: true }))
  await bundle.write({ dir: folder, format: 'esm', sourcemap: true })
  return pathToFileURL(join(folder, `${name}.js`)).href
}
