import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import process from 'node:process'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { buildStyles } from './build-styles.ts'
import { listMunicipalities } from './build-themes.ts'
import { keepReplaced } from './keep-replaced.ts'

const root = join(import.meta.dirname, '..')
/** Built beside the old one and then put in its place, so that a program that runs from it never misses a file for long. */
const finished = join(root, 'dist')
const dist = join(root, `dist.${process.pid}`)
const publicFolder = join(dist, 'public')

/** Packages stay where they are installed; only our own files are bundled. */
const isPackage = (id: string): boolean => !id.startsWith('.') && !isAbsolute(id)

async function buildPrograms(): Promise<void> {
  const bundle = await rolldown({
    input: {
      main: join(root, 'src/main.ts'),
      typesetter: join(root, 'src/documents/pdf/typesetter.ts'),
      simulators: join(root, 'simulators/main.ts'),
    },
    platform: 'node',
    external: isPackage,
    tsconfig: join(root, 'tsconfig.json'),
  })
  await bundle.write({ dir: dist, format: 'esm', sourcemap: true, chunkFileNames: '[name]-[hash].js' })
}

/** The browser's script, packages and all, with hashes of their contents in the names: what every page loads, whose name is answered, and what it fetches later. */
async function buildClient(): Promise<string> {
  const bundle = await rolldown({
    input: join(root, 'src/client/main.ts'),
    platform: 'browser',
    tsconfig: join(root, 'tsconfig.json'),
  })
  const { output } = await bundle.write({
    dir: publicFolder,
    format: 'esm',
    minify: true,
    entryFileNames: 'client.[hash:12].js',
    chunkFileNames: '[name].[hash:12].js',
  })
  return output[0].fileName
}

/** What documents and pages show of each municipality besides its style sheet. */
async function readMarks() {
  const marks: Record<string, string> = {}
  const colours: Record<string, string> = {}
  for (const { slug, folder } of await listMunicipalities()) {
    marks[slug] = await readFile(join(folder, 'mark.svg'), 'utf8')
    colours[slug] = JSON.parse(await readFile(join(folder, 'theme.json'), 'utf8')).primary
  }
  return { marks, colours }
}

/** Packs what browsers fetch, once: on a slow phone a third of the bytes is a second less. Fonts are packed already. */
async function packAll(): Promise<void> {
  const names = (await readdir(publicFolder)).filter((name) => /\.(css|js|svg)$/.test(name))
  await Promise.all(
    names.map(async (name) => {
      const path = join(publicFolder, name)
      const content = await readFile(path)
      await Promise.all([
        writeFile(`${path}.br`, brotliCompressSync(content)),
        writeFile(`${path}.gz`, gzipSync(content, { level: 9 })),
      ])
    }),
  )
}

await mkdir(publicFolder, { recursive: true })
const [styles, script, marks] = await Promise.all([
  buildStyles({ outDir: publicFolder }),
  buildClient(),
  readMarks(),
  buildPrograms(),
])
await packAll()
await writeFile(join(dist, 'assets.json'), JSON.stringify({ ...styles, script, ...marks }))
await keepReplaced({ from: finished, to: dist, now: Date.now() })
const old = `${dist}.old`
if (existsSync(finished)) await rename(finished, old)
await rename(dist, finished)
await rm(old, { recursive: true, force: true })
