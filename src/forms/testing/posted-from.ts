import type { PostedForm } from '../posted-form.ts'

/** What a browser would post from a form with this HTML, as Preact writes it: fields by name, buttons and files left out. */
export function postedFrom(html: string): PostedForm {
  const fields = controls(html).filter(([name]) => name !== '')
  const values = new Map<string, readonly string[]>()
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value])
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? (all[0] ?? '') : all]))
}

const tag = /<(input|textarea|select)((?:\s[a-z-]+(?:="[^"]*")?)*)\s*\/?>(?:([\s\S]*?)<\/\1>)?/g

function controls(html: string): readonly (readonly [string, string])[] {
  // Inputs have no end tag; without this the expression would look for one through the whole page.
  const closed = html.replace(/<input((?:\s[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g, '<input$1></input>')
  return [...closed.matchAll(tag)].flatMap(([, element = '', written = '', inner = '']) => {
    const attributes = attributesIn(written)
    const name = attributes.get('name') ?? ''
    const type = attributes.get('type') ?? 'text'
    // HTML drops the first line feed of a text area.
    if (element === 'textarea') return [[name, unescaped(inner).replace(/^\n/, '')] as const]
    if (element === 'select') return [[name, selected(inner)] as const]
    if (type === 'file') return []
    if (type === 'radio' || type === 'checkbox') {
      return attributes.has('checked') ? [[name, attributes.get('value') ?? 'on'] as const] : []
    }
    return [[name, attributes.get('value') ?? ''] as const]
  })
}

const attributesIn = (written: string): ReadonlyMap<string, string> =>
  new Map(
    [...written.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  )

function selected(inner: string): string {
  const options = [...inner.matchAll(/<option((?:\s[a-z-]+(?:="[^"]*")?)*)\s*>/g)].map(([, written = '']) =>
    attributesIn(written),
  )
  return (options.find((option) => option.has('selected')) ?? options[0])?.get('value') ?? ''
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
