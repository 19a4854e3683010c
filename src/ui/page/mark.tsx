/** The municipality's mark; its name stands beside it, so it is hidden from those who listen. */
export function MarkSvg({ svg }: { readonly svg: string }) {
  // The drawing comes from the installation's own content folder, never from a reader.
  return <span class="brand-mark" aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />
}
