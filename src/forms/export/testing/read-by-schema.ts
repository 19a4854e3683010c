import type { Json } from '../../json.ts'
import { type Element, readXml } from './read-xml.ts'

/** Reads an XML document strictly by its XML Schema, as JSON. Throws where the document isn't what the schema says. */
export function readBySchema(xml: string, xsd: string): Json {
  const schema = readXml(xsd)
  const document = readXml(xml)
  const [root, ...more] = schema.children
  if (!root || more.length > 0) throw new Error('The schema has not one root')
  if (document.attributes.xmlns !== schema.attributes.targetNamespace) throw new Error('Another namespace')
  return readAs(document, root)
}

/** What an element holds, by its declaration. */
function readAs(element: Element, declared: Element): Json {
  if (element.name !== declared.attributes.name) throw new Error(`${element.name} is not ${declared.attributes.name}`)
  const known = element.name === 'submission' ? ['xmlns'] : []
  const strange = Object.keys(element.attributes).filter((name) => !known.includes(name))
  if (strange.length > 0) throw new Error(`${element.name} has attributes: ${strange.join()}`)
  const { type } = declared.attributes
  if (type !== undefined) return simple(element, type, undefined)
  const inner = declared.children.find(({ name }) => name !== 'xs:annotation')
  if (!inner) throw new Error(`${element.name} has no type`)
  if (inner.name === 'xs:simpleType') return restricted(element, only(inner))
  if (element.text !== '') throw new Error(`${element.name} has text between its elements: ${element.text}`)
  const model = only(inner)
  return model.name === 'xs:all' ? parts(element, model) : items(element, only(model))
}

function only({ name, children }: Element): Element {
  const [first, ...more] = children
  if (!first || more.length > 0) throw new Error(`${name} holds ${children.length}`)
  return first
}

function restricted(element: Element, restriction: Element): Json {
  const values = restriction.children.map(({ attributes }) => attributes.value)
  return simple(element, restriction.attributes.base ?? '', values.length > 0 ? values : undefined)
}

const lexical: Readonly<Record<string, RegExp>> = {
  'xs:string': /^[\s\S]*$/,
  'xs:boolean': /^(true|false)$/,
  'xs:integer': /^-?\d+$/,
  'xs:double': /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/,
  'xs:date': /^\d{4}-\d{2}-\d{2}$/,
  'xs:dateTime': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/,
}

function simple(
  { name, text, children }: Element,
  type: string,
  values: readonly (string | undefined)[] | undefined,
): Json {
  if (children.length > 0) throw new Error(`${name} holds elements`)
  if (!lexical[type]?.test(text)) throw new Error(`${name} is no ${type}: ${text}`)
  if (values && !values.includes(text)) throw new Error(`${name} is none of ${values.join()}: ${text}`)
  if (type === 'xs:boolean') return text === 'true'
  return type === 'xs:integer' || type === 'xs:double' ? Number(text) : text
}

function parts(element: Element, all: Element): Json {
  const declared = new Map(all.children.map((part) => [part.attributes.name ?? '', part]))
  const read: Record<string, Json> = {}
  for (const child of element.children) {
    const part = declared.get(child.name)
    if (!part) throw new Error(`${element.name} can't hold ${child.name}`)
    if (Object.hasOwn(read, child.name)) throw new Error(`${element.name} holds ${child.name} twice`)
    read[child.name] = readAs(child, part)
  }
  for (const [name, { attributes }] of declared) {
    if (attributes.minOccurs !== '0' && !Object.hasOwn(read, name)) throw new Error(`${element.name} lacks ${name}`)
  }
  const { value, ...others } = read
  // Where a value may be missing, it stands in place of the parts.
  const isPlain = value !== undefined && declared.get('value')?.attributes.minOccurs === '0'
  if (isPlain && Object.keys(others).length > 0) throw new Error(`${element.name} has a value and parts`)
  return isPlain ? value : read
}

function items(element: Element, declared: Element): Json {
  if (declared.attributes.maxOccurs !== 'unbounded') throw new Error('A list of one')
  const read = element.children.map((child) => readAs(child, declared))
  if (declared.attributes.name !== 'entry') return read
  return Object.fromEntries(
    read.map((entry) => {
      const { key, value } = Object(entry)
      return [String(key), value]
    }),
  )
}
