import { Icon, type IconName } from '../icon.tsx'
import { spokenName } from '../spoken-name.ts'

export type ListedLink = {
  readonly href: string
  readonly label: string
  /** What the link concerns, read aloud after its words when they don't say it alone. */
  readonly about?: string | undefined
  readonly icon?: IconName | undefined
  /** What one finds there, below the link. */
  readonly text?: string | undefined
}

/** A few links below each other, each a whole row to press, with a sentence on what they lead to. */
export function LinkList({ links }: { readonly links: readonly ListedLink[] }) {
  return (
    <ul class="links">
      {links.map(({ href, label, about, icon, text }) => (
        <li key={href}>
          <a href={href} aria-label={spokenName(label, about)}>
            {icon ? <Icon name={icon} /> : null}
            <span>{label}</span>
          </a>
          {text ? <span class="quiet-line link-text">{text}</span> : null}
        </li>
      ))}
    </ul>
  )
}
