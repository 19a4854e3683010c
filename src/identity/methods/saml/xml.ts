import { failed, type Result } from '../../../platform/result.ts'
import { elementsIn, signatureNamespace } from '../../../platform/xml/elements.ts'
import { readXml as readPlainXml } from '../../../platform/xml/read-xml.ts'
import type { SamlRefusal } from './refusal.ts'

/** The namespaces that SAML is written in. */
export const namespaces = {
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  signature: signatureNamespace,
  encryption: 'http://www.w3.org/2001/04/xmlenc#',
} as const

export type Namespace = keyof typeof namespaces

/** Reads XML that a provider wrote; the deployment profile forbids document types both ways. */
export function readXml(text: string): Result<Element, SamlRefusal> {
  const read = readPlainXml(text)
  return read.ok ? read : failed(`saml-${read.error}`)
}

/** Whether an element has a name in one of SAML's namespaces, whatever prefix it is written with. */
export const isNamed = (element: Element, namespace: Namespace, name: string): boolean =>
  element.namespaceURI === namespaces[namespace] && element.localName === name

/** An element's own children of a name, in their order. */
export const childrenOf = (element: Element, namespace: Namespace, name: string): readonly Element[] =>
  elementsIn(element).filter((child) => isNamed(child, namespace, name))

/** The child of a name; undefined when there is none, or more than one. */
export function onlyChild(element: Element | undefined, namespace: Namespace, name: string): Element | undefined {
  if (!element) return undefined
  const found = childrenOf(element, namespace, name)
  return found.length === 1 ? found[0] : undefined
}

/** All elements of a name below an element, at any depth. */
export const allBelow = (element: Element, namespace: Namespace, name: string): readonly Element[] =>
  Array.from(element.getElementsByTagNameNS(namespaces[namespace], name))

/** An instant in milliseconds since 1970; undefined for what isn't one in UTC, as SAML demands (core, 1.3.3). */
export function instantOf(text: string | undefined): number | undefined {
  if (!text || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)) return undefined
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? undefined : instant
}

/** Makes a text fit to stand in an element or an attribute. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
