import type { ComponentChildren } from 'preact'
import { ButtonLink } from '../form/button.tsx'
import { Icon, type IconName } from '../icon.tsx'

type EmptyStateProps = {
  /** What is not there, as a sentence. */
  readonly title: string
  readonly icon?: IconName | undefined
  /** Why, and what one can do. */
  readonly children?: ComponentChildren
  readonly action?: { readonly href: string; readonly label: string } | undefined
}

/** What stands where a list would, when there is nothing to list. */
export function EmptyState({ title, icon, children, action }: EmptyStateProps) {
  return (
    <div class="empty">
      {icon ? (
        <span class="icon-tile">
          <Icon name={icon} />
        </span>
      ) : null}
      <p class="empty-title">{title}</p>
      {children}
      {action ? (
        <ButtonLink href={action.href} variant="secondary">
          {action.label}
        </ButtonLink>
      ) : null}
    </div>
  )
}
