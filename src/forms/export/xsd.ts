import { jsonSchema, namespaceOf } from './json-schema.ts'
import type { ExportedVersion } from './sent-form.ts'
import { type Part, plainPart, type Shape, shapeFrom } from './shape.ts'
import { escapeXml, rootName } from './xml.ts'

/** The XML Schema (1.0) of what a version's submissions are exported as. Parts of an element may come in any order. */
export function toXsd(version: ExportedVersion): string {
  const namespace = namespaceOf(version.version)
  const root = elementOf(
    { name: rootName, shape: shapeFrom(jsonSchema(version)), optional: false, title: version.title },
    '',
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}" elementFormDefault="qualified">
${root}
</xs:schema>
`
}

/** What an element may be called (XML namespaces §3) without asking what every sign is: ids of questions and names of parts are so. */
const nameable = /^[A-Za-z_][A-Za-z0-9_.-]*$/

function elementOf({ name, shape, title }: Part, occurs: string): string {
  if (!nameable.test(name)) throw new Error(`No element can be called ${name}`)
  const words =
    title === undefined ? '' : `<xs:annotation><xs:documentation>${escapeXml(title)}</xs:documentation></xs:annotation>`
  const simple = simpleName(shape)
  if (simple !== undefined && words === '') return `<xs:element name="${name}" type="${simple}"${occurs}/>`
  const type =
    simple === undefined ? typeOf(shape) : `<xs:simpleType><xs:restriction base="${simple}"/></xs:simpleType>`
  return `<xs:element name="${name}"${occurs}>${words}${type}</xs:element>`
}

/** The built-in type of a value that needs no other. */
function simpleName(shape: Shape): string | undefined {
  switch (shape.kind) {
    case 'text':
      if (shape.values) return undefined
      return shape.format === 'date' ? 'xs:date' : shape.format === 'date-time' ? 'xs:dateTime' : 'xs:string'
    case 'number':
      return 'xs:double'
    case 'integer':
      return 'xs:integer'
    case 'boolean':
      return 'xs:boolean'
    case 'any':
      return 'xs:string'
    default:
      return undefined
  }
}

const optional = (part: Part): Part => ({ ...part, optional: true })

const optionally = ' minOccurs="0"'

function typeOf(shape: Shape): string {
  switch (shape.kind) {
    case 'list':
      return `<xs:complexType><xs:sequence>${elementOf({ name: 'item', shape: shape.item, optional: true }, `${optionally} maxOccurs="unbounded"`)}</xs:sequence></xs:complexType>`
    case 'either':
      return typeOf({
        kind: 'parts',
        parts: [{ name: plainPart, shape: shape.plain, optional: true }, ...shape.parts.map(optional)],
      })
    case 'parts':
      return `<xs:complexType><xs:all>${shape.parts.map((part) => elementOf(part, part.optional ? optionally : '')).join('')}</xs:all></xs:complexType>`
    case 'entries':
      return `<xs:complexType><xs:sequence><xs:element name="entry"${optionally} maxOccurs="unbounded"><xs:complexType><xs:all><xs:element name="key" type="xs:string"/>${elementOf({ name: 'value', shape: shape.value, optional: false }, '')}</xs:all></xs:complexType></xs:element></xs:sequence></xs:complexType>`
    case 'text':
      return `<xs:simpleType><xs:restriction base="xs:string">${(shape.values ?? []).map((value) => `<xs:enumeration value="${escapeXml(value)}"/>`).join('')}</xs:restriction></xs:simpleType>`
    default:
      return ''
  }
}
