/** Platform "Windows", encoding "full Unicode": the character map that every font for all of Unicode has. */
const windows = 3
const fullUnicode = 10

/**
 * The code points that a font (OpenType, as bytes) has a glyph for, read from its character map in format 12
 * (https://learn.microsoft.com/typography/opentype/spec/cmap). Throws when the font has none.
 */
export function readCoverage(font: Buffer): ReadonlySet<number> {
  const groups = groupsAt(font, characterMapOf(font))
  const covered = new Set<number>()
  for (const { first, last } of groups) for (let point = first; point <= last; point++) covered.add(point)
  return covered
}

/** Where the font's map of all Unicode begins. */
function characterMapOf(font: Buffer): number {
  const table = tableAt(font, 'cmap')
  const count = font.readUInt16BE(table + 2)
  for (let index = 0; index < count; index++) {
    const entry = table + 4 + 8 * index
    const map = table + font.readUInt32BE(entry + 4)
    const isFull = font.readUInt16BE(entry) === windows && font.readUInt16BE(entry + 2) === fullUnicode
    if (isFull && font.readUInt16BE(map) === 12) return map
  }
  throw new Error('The font has no character map of all Unicode')
}

function tableAt(font: Buffer, name: string): number {
  const count = font.readUInt16BE(4)
  for (let index = 0; index < count; index++) {
    const entry = 12 + 16 * index
    if (font.toString('latin1', entry, entry + 4) === name) return font.readUInt32BE(entry + 8)
  }
  throw new Error(`The font has no table ${name}`)
}

function groupsAt(font: Buffer, map: number): readonly { readonly first: number; readonly last: number }[] {
  return Array.from({ length: font.readUInt32BE(map + 12) }, (_, index) => {
    const group = map + 16 + 12 * index
    return { first: font.readUInt32BE(group), last: font.readUInt32BE(group + 4) }
  })
}
