import { useFrame, useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import type { OwnWarning } from '../queries/list-own-warnings.ts'

/** What a person must be warned of, so that they don't lose sight of a case, and whom to call. */
export function OwnWarnings({ warnings }: { readonly warnings: readonly OwnWarning[] }) {
  const { t } = useTexts()
  const { phone } = useFrame().municipality.contactCentre
  return (
    <>
      {warnings.map((warning) => (
        <Notice key={warning} tone="warning" heading={t(`people.warning.${warning}.title`)}>
          <p>{t(`people.warning.${warning}.text`, { phone })}</p>
        </Notice>
      ))}
    </>
  )
}
