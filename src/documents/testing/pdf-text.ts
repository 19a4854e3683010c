import { inflateSync } from 'node:zlib'

/** The letters that a PDF of ours shows, in reading order and without white space: lines are broken where the page ends, not the text. */
export function lettersIn(pdf: Buffer): string {
  const objects = objectsIn(pdf)
  const referred = (body: string, name: string) =>
    objects.get(Number(body.match(new RegExp(`/${name} (\\d+) 0 R`))?.[1]))
  const fontOf = (page: string, name: string) => {
    const font = objects.get(Number(page.match(new RegExp(`/${name} (\\d+) 0 R`))?.[1]))
    return characterMap(referred(font?.body ?? '', 'ToUnicode')?.stream ?? '')
  }
  let letters = ''
  for (const { body } of pagesIn(objects)) {
    const fonts = new Map<string, CharacterMap>()
    let font: CharacterMap = new Map()
    const content = shownIn(referred(body, 'Contents')?.stream ?? '')
    for (const { name, literal, hex } of textsOf(content)) {
      if (name !== undefined) {
        font = fonts.get(name) ?? fontOf(body, name)
        fonts.set(name, font)
      }
      const glyphs = literal === undefined ? Buffer.from(hex ?? '', 'hex') : bytesOf(literal)
      for (let at = 0; at + 1 < glyphs.length; at += 2) letters += font.get(glyphs.readUInt16BE(at)) ?? '\ufffd'
    }
  }
  return letters.replace(/\s/g, '')
}

type ShownText = { readonly name?: string | undefined; readonly literal?: string; readonly hex?: string | undefined }

/** The fonts that text objects choose, by name, and the strings that they show. */
function* textsOf(content: string): Generator<ShownText> {
  const token = /\/(\w+) [\d.]+ Tf|<([0-9a-f]+)>|\(/gi
  for (let found = token.exec(content); found; found = token.exec(content)) {
    const [whole, name, hex] = found
    if (whole === '(') {
      const literal = untilClosed(content.slice(token.lastIndex))
      token.lastIndex += literal.length + 1
      yield { literal }
    } else yield { name, hex }
  }
}

/** A literal string as far as the parenthesis that closes it. Those in it that are balanced aren't escaped, however deep they lie: glyphs happen to be called so. */
function untilClosed(source: string): string {
  let depth = 1
  for (const { 0: one, index } of source.matchAll(/\\.|[()]/gs)) {
    if (one === '(') depth += 1
    if (one === ')') depth -= 1
    if (depth === 0) return source.slice(0, index)
  }
  throw new Error('A string is not closed')
}

/** A page's text objects. Other strings are properties of the structure: a language, or what a white space stands for. */
const shownIn = (content: string): string =>
  [...content.matchAll(/BT\n.*?\nET/gs)].join('\n').replace(/\/ActualText <.*?>/g, '')

/** The part of a PDF that is not compressed: its structure and its metadata. */
export const structureOf = (pdf: Buffer): string => pdf.toString('utf8')

/** What each glyph of a font stands for. */
type CharacterMap = ReadonlyMap<number, string>

type PdfObject = { readonly body: string; readonly stream: string }

function objectsIn(pdf: Buffer): ReadonlyMap<number, PdfObject> {
  const source = pdf.toString('latin1')
  const objects = new Map<number, PdfObject>()
  for (const match of source.matchAll(/(?<=\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length
    const head = source.slice(start, source.indexOf('endobj', start))
    const at = head.indexOf('stream\n')
    const body = at < 0 ? head : head.slice(0, at)
    const length = Number(body.match(/\/Length (\d+)/)?.[1] ?? 0)
    const bytes = pdf.subarray(start + at + 'stream\n'.length, start + at + 'stream\n'.length + length)
    const stream =
      at < 0 ? '' : body.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1')
    objects.set(Number(match[1]), { body, stream })
  }
  return objects
}

/** The pages in order, as the page tree lists them. */
function pagesIn(objects: ReadonlyMap<number, PdfObject>): readonly PdfObject[] {
  const root = [...objects.values()].find(({ body }) => /\/Type \/Pages\b/.test(body))
  const kids = root?.body.match(/\/Kids \[(.*?)\]/)?.[1] ?? ''
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, id]) => objects.get(Number(id)) ?? [])
}

function characterMap(source: string): CharacterMap {
  const pairs = [...source.matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/gi)]
  return new Map(
    pairs.map(([, glyph = '', text = '']) => [
      Number.parseInt(glyph, 16),
      Buffer.from(text, 'hex').swap16().toString('utf16le'),
    ]),
  )
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The bytes of a PDF's literal string, given without its parentheses. */
function bytesOf(literal: string): Buffer {
  const plain = literal.replace(/\\([0-7]{1,3}|.)/gs, (_all, escaped: string) =>
    /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : (escapes[escaped] ?? escaped),
  )
  return Buffer.from(plain, 'latin1')
}
