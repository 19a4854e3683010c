/** A field or button of a form, as the page shows it. */
export type Field = {
  /** The element's name, or its `type` for an `input`. */
  readonly kind: string
  readonly name: string
  readonly value: string
  /** Radio buttons and checkboxes. */
  readonly checked: boolean
  /** Values of a drop-down, the empty one left out. */
  readonly options: readonly string[]
  /** Only digits are wanted. */
  readonly numeric: boolean
  /** What a file field accepts, as written. */
  readonly accept: string
}

export type Form = {
  readonly method: string
  /** Undefined: the page's own address. */
  readonly action: string | undefined
  readonly multipart: boolean
  readonly fields: readonly Field[]
}

const tag = /<(form|fieldset|input|select|option|textarea|button)\b((?:[^>"]|"[^"]*")*)>|<\/(form|fieldset)>/g
const attribute = /([\w-]+)(?:="([^"]*)")?/g

/**
 * The forms of a page that our own renderer has made: attributes in double quotes, `&`, `<`, `>` and `"` escaped. Not a parser of
 * other people's HTML.
 */
export function readForms(html: string): readonly Form[] {
  const forms: (Form & { readonly fields: Field[] })[] = []
  let open: (typeof forms)[number] | undefined
  /** The fieldsets around: whether each is disabled, with all that stands in it. */
  const fieldsets: boolean[] = []
  for (const found of html.matchAll(tag)) {
    const [whole, name, rest = '', ended] = found
    if (ended === 'form') open = undefined
    if (ended === 'fieldset') fieldsets.pop()
    if (name === undefined) continue
    const attributes = readAttributes(rest)
    if (name === 'fieldset') fieldsets.push(attributes.has('disabled'))
    if (fieldsets.includes(true)) continue
    if (name === 'form') {
      open = {
        method: (attributes.get('method') ?? 'get').toLowerCase(),
        action: attributes.get('action'),
        multipart: attributes.get('enctype') === 'multipart/form-data',
        fields: [],
      }
      forms.push(open)
    } else if (name === 'option') {
      addOption(open?.fields, attributes)
    } else if (open && attributes.get('name')) {
      const text = name === 'textarea' ? html.slice(found.index + whole.length).split('</textarea>')[0] : undefined
      open.fields.push({
        kind: name === 'input' ? (attributes.get('type') ?? 'text') : name,
        name: attributes.get('name') ?? '',
        value: text === undefined ? (attributes.get('value') ?? '') : decode(text).replace(/^\n/, ''),
        checked: attributes.has('checked'),
        options: [],
        numeric: /^(numeric|decimal)$/.test(attributes.get('inputmode') ?? ''),
        accept: attributes.get('accept') ?? '',
      })
    }
  }
  return forms
}

/** A drop-down's options follow it. */
function addOption(fields: Field[] | undefined, attributes: ReadonlyMap<string, string>): void {
  const last = fields?.at(-1)
  const value = attributes.get('value')
  if (!fields || last?.kind !== 'select' || !value) return
  fields[fields.length - 1] = {
    ...last,
    options: [...last.options, value],
    value: attributes.has('selected') ? value : last.value,
  }
}

const readAttributes = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(attribute)].map(([, name = '', value = '']) => [name.toLowerCase(), decode(value)]))

const decode = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
