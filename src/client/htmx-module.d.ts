/** The build that is bundled; the package describes its types for another file of the same content. */
declare module 'htmx.org/dist/htmx.esm.min.js' {
  import type { Htmx } from 'htmx.org'

  const htmx: Htmx
  // biome-ignore lint/style/noDefaultExport: it is how the package exports
  export default htmx
}
