/** The namespace of XML signatures. */
export const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#'

/** An element's own child elements, in their order. */
export const elementsIn = (element: Element): readonly Element[] => Array.from(element.childNodes).filter(isElement)

/** An attribute's value, also an empty one; undefined when the element, or the attribute, isn't there. */
export const attributeOf = (element: Element | undefined, name: string): string | undefined =>
  element?.hasAttribute(name) ? (element.getAttribute(name) ?? undefined) : undefined

/** An element's text without space around it; undefined when there is none. */
export const textOf = (element: Element | undefined): string | undefined => element?.textContent?.trim() || undefined

/** Whether several elements have one id, so that one could be verified and another read. Libraries refuse them, too, but call it a bad signature. */
export function hasRepeatedId(root: Element): boolean {
  const elements = [root, ...Array.from(root.getElementsByTagName('*'))]
  const ids = elements.flatMap((element) => ['ID', 'Id', 'id'].flatMap((name) => attributeOf(element, name) ?? []))
  return new Set(ids).size !== ids.length
}

const isElement = (node: Node): node is Element => node.nodeType === 1
