import { DOMParser } from '@xmldom/xmldom'
import { failed, ok, type Result } from '../../../platform/result.ts'
import type { SamlRefusal } from './refusal.ts'

/** The namespaces that SAML is written in. */
export const namespaces = {
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
  encryption: 'http://www.w3.org/2001/04/xmlenc#',
} as const

export type Namespace = keyof typeof namespaces

/**
 * Reads XML that somebody else wrote. Refused are document types (the deployment profile forbids them both ways) and what no provider needs: comments,
 * CDATA, processing instructions. Where there are none, two readers of one text can't see different texts in it.
 */
export function readXml(text: string): Result<Element, SamlRefusal> {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return failed('saml-dtd')
  if (/<!|<\?/.test(text.replace(/^\s*<\?xml [^?<]*\?>/, ''))) return failed('saml-malformed')
  try {
    const { documentElement } = new DOMParser({ errorHandler: refuse }).parseFromString(text, 'text/xml')
    return documentElement ? ok(documentElement) : failed('saml-malformed')
  } catch {
    return failed('saml-malformed')
  }
}

/** The parser mends what it can, unless told not to. */
const refuse = (_level: string, message: unknown): never => {
  throw new Error(String(message))
}

/** Whether an element has a name in one of SAML's namespaces, whatever prefix it is written with. */
export const isNamed = (element: Element, namespace: Namespace, name: string): boolean =>
  element.namespaceURI === namespaces[namespace] && element.localName === name

/** An element's own children of a name, in their order. */
export const childrenOf = (element: Element, namespace: Namespace, name: string): readonly Element[] =>
  Array.from(element.childNodes)
    .filter(isElement)
    .filter((child) => isNamed(child, namespace, name))

/** The child of a name; undefined when there is none, or more than one. */
export function onlyChild(element: Element | undefined, namespace: Namespace, name: string): Element | undefined {
  if (!element) return undefined
  const found = childrenOf(element, namespace, name)
  return found.length === 1 ? found[0] : undefined
}

/** All elements of a name below an element, at any depth. */
export const allBelow = (element: Element, namespace: Namespace, name: string): readonly Element[] =>
  Array.from(element.getElementsByTagNameNS(namespaces[namespace], name))

/** An attribute's value, also an empty one; undefined when the element, or the attribute, isn't there. */
export const attributeOf = (element: Element | undefined, name: string): string | undefined =>
  element?.hasAttribute(name) ? (element.getAttribute(name) ?? undefined) : undefined

/** An element's text without space around it; undefined when there is none. */
export const textOf = (element: Element | undefined): string | undefined => element?.textContent?.trim() || undefined

/** An instant in milliseconds since 1970; undefined for what isn't one in UTC, as SAML demands (core, 1.3.3). */
export function instantOf(text: string | undefined): number | undefined {
  if (!text || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)) return undefined
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? undefined : instant
}

/** Makes a text fit to stand in an element or an attribute. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

const isElement = (node: Node): node is Element => node.nodeType === 1
