import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** Levels of elements within each other; a person's post has nine. */
const deepest = 30

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Only the five entities that XML itself has, and characters by number; any other throws. */
const decode = (text: string): string =>
  text.replace(/&([^;&]*);?/g, (_whole, name: string) => {
    const code = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name)
    const point = code ? Number.parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10) : undefined
    const character =
      point !== undefined && point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : named[name]
    if (character === undefined) throw new Error('The XML has an unknown entity')
    return character
  })

const keepNothing = () => undefined

/**
 * Reads XML into objects: elements by their name without prefix, texts as strings, those of the names in `lists` always as a list. Throws for
 * what isn't well-formed, and for any document type: entities of one's own are a way to read files and to fill memory.
 */
export function readXml(xml: string, lists: readonly string[]): unknown {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Error('The XML declares a document type')
  if (XMLValidator.validate(xml) !== true) throw new Error("The XML isn't well-formed")
  return new XMLParser({
    removeNSPrefix: true,
    ignoreAttributes: true,
    parseTagValue: false,
    maxNestedTags: deepest,
    isArray: (name) => lists.includes(name),
    entityDecoder: {
      decode,
      setExternalEntities: keepNothing,
      addInputEntities: keepNothing,
      reset: keepNothing,
      setXmlVersion: keepNothing,
    },
  }).parse(xml)
}
