/** A file that is what its first bytes say, with a word hidden in it and in its name. */
export type SampleFile = { readonly name: string; readonly bytes: Uint8Array }

/** A picture of one pixel. PNG ignores what follows its last chunk; a decoder never shows it. */
export const aPicture = (hidden = ''): SampleFile => ({
  name: `bild${hidden}.png`,
  bytes: Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
    Buffer.from(hidden),
  ]),
})

/** A PDF without a page. */
export const aDocument = (hidden = ''): SampleFile => ({
  name: `intyg${hidden}.pdf`,
  bytes: Buffer.from(`%PDF-1.4\n% ${hidden}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`),
})
