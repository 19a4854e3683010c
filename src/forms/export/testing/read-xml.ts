/** An element as it was read; `text` is all of its own text. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

/** Reads what our exports may hold of XML, and nothing else: no comments, no CDATA, no entities of one's own. Throws for all that. */
export function readXml(xml: string): Element {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
  if (!xml.startsWith(declaration)) throw new Error('It does not begin as XML')
  const [root, end] = readElement(xml.replaceAll('\r\n', '\n').replaceAll('\r', '\n'), declaration.length)
  if (xml.slice(end).trim() !== '') throw new Error(`Something stands after the root: ${xml.slice(end, end + 40)}`)
  return root
}

const startTag = /<([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)(\/?)>/y
const attribute = /([\w:.-]+)="([^"<]*)"/g

function readElement(xml: string, from: number): readonly [Element, number] {
  startTag.lastIndex = from
  const [whole, name = '', written = '', empty] = startTag.exec(xml) ?? []
  if (whole === undefined) throw new Error(`No element stands at ${from}: ${xml.slice(from, from + 40)}`)
  const attributes = Object.fromEntries(
    [...written.matchAll(attribute)].map(([, key = '', value = '']) => [key, meant(value)]),
  )
  let at = from + whole.length
  if (empty) return [{ name, attributes, children: [], text: '' }, at]
  const children: Element[] = []
  let text = ''
  const end = `</${name}>`
  while (!xml.startsWith(end, at)) {
    if (xml[at] === '<') {
      const [child, after] = readElement(xml, at)
      children.push(child)
      at = after
    } else {
      const next = xml.indexOf('<', at)
      if (next < 0) throw new Error(`${name} does not end`)
      text += meant(xml.slice(at, next))
      at = next
    }
  }
  return [{ name, attributes, children, text }, at + end.length]
}

const references: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#13;': '\r',
}

function meant(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no character for them (XML 1.0 §2.2)
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text) || !text.isWellFormed()) {
    throw new Error('It holds what XML has no character for')
  }
  return text.replace(/&[^;]*;?/g, (reference) => {
    const sign = references[reference]
    if (sign === undefined) throw new Error(`${reference} means nothing`)
    return sign
  })
}
