import type { ComponentChildren } from 'preact'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'

/** Why a change of a case was not made. */
export type Failure = 'changed-meanwhile' | 'not-allowed' | 'taken-already' | 'not-in-group'

const texts = {
  'changed-meanwhile': 'workplace.failed.changed',
  'not-allowed': 'workplace.failed.not-allowed',
  'taken-already': 'workplace.failed.taken-already',
  'not-in-group': 'workplace.failed.not-in-group',
} as const satisfies Record<Failure, string>

type FailureNoticeProps = {
  readonly failure: Failure | undefined
  /** How the case stands now. */
  readonly children?: ComponentChildren
}

/** Says that nothing was changed, and why. Renders nothing when nothing failed. */
export function FailureNotice({ failure, children }: FailureNoticeProps) {
  const { t } = useTexts()
  if (failure === undefined) return null
  return (
    <Notice tone="danger" announce>
      <p>{t(texts[failure])}</p>
      {children}
    </Notice>
  )
}
