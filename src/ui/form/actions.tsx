import type { ComponentChildren } from 'preact'

/** The row of buttons that ends a form, the most wanted one first. */
export function Actions({ children }: { readonly children: ComponentChildren }) {
  return <div class="actions">{children}</div>
}
