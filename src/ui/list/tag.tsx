import type { ComponentChildren } from 'preact'

export type Tone = 'progress' | 'wait' | 'done' | 'end'

const colours: Readonly<Record<Tone, string>> = {
  progress: 'primary',
  wait: 'accent',
  done: 'success',
  end: 'neutral',
}

/** A few words that say where something stands; the colour only helps. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ComponentChildren }) {
  return (
    <span class="ds-tag tag" data-color={colours[tone]}>
      {children}
    </span>
  )
}

/** The kinds of status a case may have, as the glossary lists them. */
export type StatusKind =
  | 'received'
  | 'in-progress'
  | 'waiting-for-citizen'
  | 'supplemented'
  | 'decided'
  | 'closed'
  | 'withdrawn'

const tones: Readonly<Record<StatusKind, Tone>> = {
  received: 'progress',
  'in-progress': 'progress',
  'waiting-for-citizen': 'wait',
  supplemented: 'progress',
  decided: 'done',
  closed: 'end',
  withdrawn: 'end',
}

type StatusTagProps = { readonly kind: StatusKind; readonly children: ComponentChildren }

/** A case's status by its name, coloured by its kind. */
export const StatusTag = ({ kind, children }: StatusTagProps) => <Tag tone={tones[kind]}>{children}</Tag>
