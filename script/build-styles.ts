import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transform } from 'lightningcss'
import { generateThemes, listMunicipalities } from './build-themes.ts'

/** Names of the built files, to be served below `/assets/` and cached for ever: each name holds its content's hash. */
export type StylesManifest = {
  readonly styles: string
  /** A style sheet for each municipality, by short name. */
  readonly themes: Readonly<Record<string, string>>
  /** `latin` is the one to preload; the others are fetched when a page needs their letters. */
  readonly fonts: Readonly<Record<FontSubset, string>>
}

type FontSubset = 'latin' | 'latin-ext'

const root = join(import.meta.dirname, '..')
const designSystem = new URL('.', import.meta.resolve('@digdir/designsystemet-css'))
const fontPackage = new URL('.', import.meta.resolve('@fontsource-variable/source-sans-3/unicode.json'))

/** What we use of the design system. The rest stays out, for the weight of the page. */
const components = [
  'button',
  'input',
  'label',
  'field',
  'fieldset',
  'validation-message',
  'error-summary',
  'alert',
  'tag',
  'table',
  'dialog',
  'skip-link',
]

const ours = ['tokens', 'base', 'page', 'form', 'rows', 'list', 'case', 'catalogue', 'forced', 'print']

/** `:has()`, cascade layers and `color-mix()` came with these; older browsers get readable pages without them. Versions as lightningcss codes them. */
const targets = { chrome: 111 << 16, edge: 111 << 16, firefox: 121 << 16, safari: (16 << 16) | (4 << 8) }

/** Writes style sheets, themes and fonts to a folder and says what they are called. Throws when a theme is broken. */
export async function buildStyles({ outDir }: { readonly outDir: string }): Promise<StylesManifest> {
  await mkdir(outDir, { recursive: true })
  const fonts = {
    latin: await copyHashed(outDir, fontFile('latin')),
    'latin-ext': await copyHashed(outDir, fontFile('latin-ext')),
  }
  const styles = await writeHashed(outDir, 'styles.css', minify('styles.css', await sheet(fonts)))
  const municipalities = await listMunicipalities()
  const generated = await generateThemes(municipalities)
  const themes: Record<string, string> = {}
  for (const { slug, folder } of municipalities) {
    const name = `theme-${slug}.css`
    const picture = await copyHashed(outDir, join(folder, 'banner.svg'), `banner-${slug}.svg`)
    const band = `@layer handslag{@media screen and (width>=64rem){.banner{background-image:url("${picture}")}}}`
    themes[slug] = await writeHashed(outDir, name, minify(name, `${generated[slug]}${band}`))
  }
  return { styles, themes, fonts }
}

const fontFile = (subset: FontSubset) =>
  fileURLToPath(new URL(`files/source-sans-3-${subset}-wght-normal.woff2`, fontPackage))

async function sheet(fonts: StylesManifest['fonts']): Promise<string> {
  const base = await readFile(new URL('base.css', designSystem), 'utf8')
  const parts = await Promise.all(components.map((name) => readFile(new URL(`${name}.css`, designSystem), 'utf8')))
  const own = await Promise.all(ours.map((name) => readFile(join(root, `src/ui/styles/${name}.css`), 'utf8')))
  return [
    '@layer ds.theme, ds.base, ds.components, handslag;',
    await fontFaces(fonts),
    `@layer ds.base{${base}}`,
    `@layer ds.components{${parts.join('')}}`,
    `@layer handslag{${own.join('')}}`,
  ].join('\n')
}

/** The faces of our font, and a system font stretched to its measures, so that nothing moves when ours arrives. */
async function fontFaces(fonts: StylesManifest['fonts']): Promise<string> {
  const ranges: Readonly<Record<string, string>> = JSON.parse(
    await readFile(new URL('unicode.json', fontPackage), 'utf8'),
  )
  const faces = Object.entries(fonts).map(
    ([subset, file]) =>
      `@font-face{font-family:"Source Sans 3 Variable";font-style:normal;font-display:swap;font-weight:200 900;` +
      `src:url("${file}") format("woff2");unicode-range:${ranges[subset]}}`,
  )
  const fallback =
    '@font-face{font-family:"Source Sans 3 fallback";src:local("Arial"),local("Liberation Sans");' +
    'size-adjust:94%;ascent-override:109%;descent-override:42.6%;line-gap-override:0%}'
  return [...faces, fallback].join('\n')
}

function minify(filename: string, css: string): Uint8Array {
  return transform({ filename, code: Buffer.from(css), minify: true, targets }).code
}

const copyHashed = async (outDir: string, source: string, name = basename(source)) =>
  writeHashed(outDir, name, await readFile(source))

async function writeHashed(outDir: string, name: string, content: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  const extension = extname(name)
  const hashed = `${basename(name, extension)}.${hash}${extension}`
  await writeFile(join(outDir, hashed), content)
  return hashed
}
