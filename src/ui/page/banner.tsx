import type { ComponentChildren } from 'preact'

/** The deep band in the municipality's colour that opens the start page. */
export function Banner({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="banner">
      <div class="column is-page">{children}</div>
    </div>
  )
}
