import { DOMParser } from '@xmldom/xmldom'
import { XMLValidator } from 'fast-xml-parser'
import { failed, ok, type Result } from '../result.ts'

/** Why a text isn't read as XML: it declares a document type, or isn't plain XML. */
export type XmlRefusal = 'dtd' | 'malformed'

/**
 * Reads XML that somebody else wrote and signed. Refused are document types (entities, and attributes that nobody sees) and what no partner needs:
 * comments, CDATA, processing instructions. Where there are none, two readers of one text can't see different texts in it.
 */
export function readXml(text: string): Result<Element, XmlRefusal> {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return failed('dtd')
  if (/<!|<\?/.test(text.replace(/^\s*<\?xml [^?<]*\?>/, ''))) return failed('malformed')
  // The parser passes over ends without a start and what stands behind the root, and says nothing.
  if (XMLValidator.validate(text) !== true || !text.trimEnd().endsWith('>')) return failed('malformed')
  try {
    const { documentElement } = new DOMParser({ errorHandler: refuse }).parseFromString(text, 'text/xml')
    return documentElement ? ok(documentElement) : failed('malformed')
  } catch {
    return failed('malformed')
  }
}

/** The parser mends what it can, unless told not to. */
const refuse = (_level: string, message: unknown): never => {
  throw new Error(String(message))
}
