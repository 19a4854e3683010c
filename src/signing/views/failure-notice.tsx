import { useFrame, useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import type { FailureWord } from '../failure-word.ts'

/** Why there is no signature: in a word of ours, and where the issuer has more to say, in its own. */
export type Failure = { readonly word: FailureWord; readonly words: string | undefined }

/** Why no signature came of it, and what to do. */
export function FailureNotice({ failure }: { readonly failure: Failure | undefined }) {
  const { t } = useTexts()
  const { phone } = useFrame().municipality.contactCentre
  if (failure === undefined) return null
  const { word, words } = failure
  return (
    <Notice tone="warning" heading={t(`signing.failure.${word}.title`)} announce>
      <p>{words ?? t(`signing.failure.${word}.text`, { phone })}</p>
    </Notice>
  )
}
