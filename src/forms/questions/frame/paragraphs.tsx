import { paragraphsOf } from '../link.ts'

/** A text of a definition, paragraph by paragraph. */
export function Paragraphs({ text }: { readonly text: string }) {
  return (
    <>
      {paragraphsOf(text).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </>
  )
}
