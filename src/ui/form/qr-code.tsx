import { encode } from 'uqr'

/** White modules around the code, as its standard (ISO/IEC 18004) asks for. */
const quietZone = 4

/**
 * A QR code as a picture that stands in the page itself. `label` is what is said of it to who can't see it. Black on white in the dark, too, since
 * many readers know no other; its size is the style sheet's.
 */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: 'L', border: quietZone })
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000" d={data.map(rowPath).join('')} />
    </svg>
  )
}

/** A rectangle for each run of black modules in a row. */
function rowPath(row: readonly boolean[], y: number): string {
  const text = row.map((isBlack) => (isBlack ? '1' : '0')).join('')
  return [...text.matchAll(/1+/g)].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`).join('')
}
