import { useFrame, useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import type { FailureWord } from '../pages/failure-word.ts'

/** Why no signature came of it, and what to do. */
export function FailureNotice({ word }: { readonly word: FailureWord | undefined }) {
  const { t } = useTexts()
  const { phone } = useFrame().municipality.contactCentre
  if (word === undefined) return null
  return (
    <Notice tone="warning" heading={t(`signing.failure.${word}.title`)} announce>
      <p>{t(`signing.failure.${word}.text`, { phone })}</p>
    </Notice>
  )
}
