import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'

const root = join(import.meta.dirname, '..')
const contentFolder = join(root, 'content')
const cacheFolder = join(root, 'node_modules/.cache/handslag-themes')
const generator = import.meta.resolve('@digdir/designsystemet')

const command = fileURLToPath(new URL('../bin/designsystemet.js', generator))

const Colour = z.string().regex(/^#[0-9a-f]{6}$/)

/** What a municipality decides of its look: brand colour, accent for what must be done, greys, and the paper of light and dark pages. */
const Theme = z.strictObject({
  primary: Colour,
  accent: Colour,
  neutral: Colour,
  paper: z.strictObject({ light: Colour, dark: Colour }),
})

/** A municipality's short name and its content folder. */
export type MunicipalityFolder = { readonly slug: string; readonly folder: string }

/** The municipalities of `content/`: the folders that hold a `theme.json`. */
export async function listMunicipalities(): Promise<readonly MunicipalityFolder[]> {
  const found = await readdir(contentFolder, { recursive: true })
  return found
    .filter((path) => /^[a-z-]+\/theme\.json$/.test(path))
    .map((path) => path.replace('/theme.json', ''))
    .sort()
    .map((slug) => ({ slug, folder: join(contentFolder, slug) }))
}

/**
 * The tokens of each municipality as CSS, by short name, made by the design system's own generator, which keeps contrast.
 * It takes some seconds, so what has not changed is read from a cache beside the packages. Throws on a broken `theme.json`.
 */
export async function generateThemes(
  municipalities: readonly MunicipalityFolder[],
): Promise<Readonly<Record<string, string>>> {
  const version = await readFile(new URL('../../package.json', generator), 'utf8')
  const wanted = await Promise.all(
    municipalities.map(async ({ slug, folder }) => {
      const config = themeConfig(Theme.parse(JSON.parse(await readFile(join(folder, 'theme.json'), 'utf8'))))
      const key = createHash('sha256').update(version).update(JSON.stringify(config)).digest('hex').slice(0, 16)
      return { slug, config, file: join(cacheFolder, `${slug}-${key}.css`) }
    }),
  )
  const cached = await Promise.all(wanted.map(({ file }) => readFile(file, 'utf8').catch(() => undefined)))
  const missing = wanted.filter((_, index) => cached[index] === undefined)
  if (missing.length > 0) await generate(missing)
  const themes = await Promise.all(wanted.map(async ({ slug, file }) => [slug, await readFile(file, 'utf8')] as const))
  return Object.fromEntries(themes)
}

type Wanted = {
  readonly slug: string
  readonly config: ReturnType<typeof themeConfig>
  readonly file: string
}

function themeConfig({ primary, accent, neutral, paper }: z.infer<typeof Theme>) {
  return {
    colors: { main: { primary, accent }, support: {}, neutral },
    typography: { fontFamily: 'Source Sans 3 Variable' },
    borderRadius: 6,
    overrides: { colors: { neutral: { 'background-default': paper } } },
  }
}

async function generate(wanted: readonly Wanted[]): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'handslag-themes-'))
  try {
    const themes = Object.fromEntries(wanted.map(({ slug, config }) => [slug, config]))
    await writeFile(join(work, 'config.json'), JSON.stringify({ outDir: './tokens', themes }))
    await run(work, ['tokens', 'create', '--config', 'config.json'])
    await run(work, ['tokens', 'build', '--config', 'config.json', '--tokens', 'tokens', '--out-dir', 'built'])
    await mkdir(cacheFolder, { recursive: true })
    for (const { slug, file } of wanted) {
      const css = await readFile(join(work, 'built', `${slug}.css`), 'utf8')
      await writeFile(`${file}.${process.pid}`, onScreenOnly(css))
      // Two builds at once write the same content; the rename lets neither read half a file.
      await rename(`${file}.${process.pid}`, file)
    }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Paper is white: the dark scheme is for screens. */
const onScreenOnly = (css: string) =>
  css.replaceAll('@media (prefers-color-scheme: dark)', '@media screen and (prefers-color-scheme: dark)')

const run = (cwd: string, parameters: readonly string[]) =>
  promisify(execFile)(process.execPath, [command, ...parameters], { cwd })
