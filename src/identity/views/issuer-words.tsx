/** An issuer's own words for how an identification ended, with the addresses in them as links. */
export function IssuerWords({ text }: { readonly text: string }) {
  return (
    <p>
      {text.split(/(https:\/\/\S+)/).map((part) => (part.startsWith('https://') ? <a href={part}>{part}</a> : part))}
    </p>
  )
}
