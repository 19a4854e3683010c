import type { ComponentChildren } from 'preact'
import { type HxSettings, hx } from '../hx.ts'
import { Icon, type IconName } from '../icon.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'tertiary' | 'danger'

/** What pressing a button posts, and where to when not to its form's own address. */
export type ButtonAction = {
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** Where a problem that the button mends leads. */
  readonly id?: string | undefined
  readonly formaction?: string | undefined
  /** Id of the form, for a button that stands outside it. */
  readonly form?: string | undefined
  readonly hx?: HxSettings | undefined
}

export type ButtonProps = ButtonAction & {
  readonly children: ComponentChildren
  readonly variant?: ButtonVariant | undefined
  /** `submit` when absent; `button` is for scripts alone. */
  readonly type?: 'submit' | 'button' | undefined
  readonly icon?: IconName | undefined
  /** The accessible name when the visible words alone don't tell what is pressed; it must begin with them (WCAG 2.5.3). */
  readonly label?: string | undefined
}

/** A button of a form. Never disabled: pressing it tells what is missing. */
export function Button({
  children,
  variant = 'primary',
  type = 'submit',
  icon,
  label,
  hx: settings,
  ...action
}: ButtonProps) {
  return (
    <button class="ds-button" type={type} {...look(variant)} aria-label={label} {...action} {...hx(settings ?? {})}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}

export type ButtonLinkProps = {
  readonly href: string
  readonly children: ComponentChildren
  readonly variant?: ButtonVariant | undefined
  readonly icon?: IconName | undefined
  readonly label?: string | undefined
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({ href, children, variant = 'primary', icon, label }: ButtonLinkProps) {
  return (
    <a class="ds-button" href={href} {...look(variant)} aria-label={label}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  )
}

/** The colour is said on each: within a notice it would be the notice's. */
const look = (variant: ButtonVariant) =>
  variant === 'danger'
    ? { 'data-variant': 'secondary', 'data-color': 'danger' }
    : { 'data-variant': variant === 'primary' ? undefined : variant, 'data-color': 'primary' }
