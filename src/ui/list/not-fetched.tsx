import { useFrame, useTexts } from '../frame.ts'
import { Notice } from './notice.tsx'

/**
 * What stands where a register can't tell all that is needed. The one refusal there is: in the same words, and in the same place, whether a
 * register fails or somebody has protected identity (B1.4).
 */
export function NotFetched() {
  const { t } = useTexts()
  const { phone } = useFrame().municipality.contactCentre
  return (
    <Notice tone="info">
      <p>{t('ui.not-fetched', { phone })}</p>
    </Notice>
  )
}
