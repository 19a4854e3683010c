import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const root = join(import.meta.dirname, '../..')
/** Beside the installed packages, which the program finds from there. */
const built = join(root, 'node_modules/.cache/handslag')

/** Builds a program of ours by its name and its first file in `script`, and answers its address: Node.js runs TypeScript, and no TSX, which lies behind most doors. */
export async function buildProgram(name: string, file: string): Promise<string> {
  const bundle = await rolldown({
    input: { [name]: join(root, 'script', file) },
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith('/'),
    tsconfig: join(root, 'tsconfig.json'),
  })
  await bundle.write({ dir: built, format: 'esm', sourcemap: true })
  return pathToFileURL(join(built, `${name}.js`)).href
}
