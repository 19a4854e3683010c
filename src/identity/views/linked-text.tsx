/** A text with the addresses in it as links: issuers have some in theirs. */
export function LinkedText({ text }: { readonly text: string }) {
  const parts = text.split(/(https:\/\/\S+)/)
  return <p>{parts.map((part) => (part.startsWith('https://') ? <a href={part}>{part}</a> : part))}</p>
}
