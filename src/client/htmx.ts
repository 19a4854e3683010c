import htmx from 'htmx.org/dist/htmx.esm.min.js'
import { keepShown } from './keep-shown.ts'
import { keepTyped } from './keep-typed.ts'

/** Sets htmx up before it looks at the page. */
export function configureHtmx(): void {
  // The browser's own way back is right: our pages say `no-store`, and what was typed is saved.
  htmx.config.history = false
  htmx.registerExtension('keep-typed', {
    htmx_before_morph_node: (_element: Element, { oldNode, newNode }: MorphedNode): void => {
      keepTyped(oldNode, newNode)
      keepShown(oldNode, newNode)
    },
  })
}

type MorphedNode = { readonly oldNode: Node; readonly newNode: Node }

type Put = {
  /** The server's answer. */
  readonly html: string
  readonly source: Element
  /** The element that is replaced by its namesake in the answer, keeping focus and what is typed. */
  readonly target: Element
  readonly select: string
  /** Another element whose content is taken over, too. */
  readonly also: string
}

/** Puts parts of an answer in place of what the page shows. */
export async function put({ html, source, target, select, also }: Put): Promise<void> {
  await htmx.swap({
    text: html,
    sourceElement: source,
    target,
    select,
    selectOOB: `${also}:innerMorph`,
    swap: 'outerMorph',
  })
}
