import type { ComponentChildren } from 'preact'

/** Running text to be read: paragraphs, headings, lists and links as written. */
export function Prose({ children }: { readonly children: ComponentChildren }) {
  return <div class="prose">{children}</div>
}
