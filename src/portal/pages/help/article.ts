import type { TextKey } from '../../../platform/texts/catalogue.ts'

/** The part of a section's keys that both its heading and its text begin with. */
type SectionId = TextKey extends infer Key
  ? Key extends `${infer Id extends `help.${string}`}.text`
    ? Id
    : never
  : never

export type HelpLink = { readonly href: string; readonly label: TextKey }

/** A part of a help page: a heading, a text as it was written, and where to read more. */
export type HelpSection = {
  readonly heading: TextKey
  readonly text: TextKey
  readonly links: readonly HelpLink[]
}

/** A page of information: its words are in the catalogue of texts, with the municipality's own facts filled in. */
export type HelpArticle = {
  readonly path: string
  /** The page that it belongs to, when that isn't the index. */
  readonly parent?: HelpLink
  readonly title: TextKey
  readonly lead: TextKey
  readonly sections: readonly HelpSection[]
}

/** A section by the beginning of its keys: `<id>.title` and `<id>.text`. */
export const section = (id: SectionId, ...links: readonly HelpLink[]): HelpSection => ({
  heading: `${id}.title`,
  text: `${id}.text`,
  links,
})
