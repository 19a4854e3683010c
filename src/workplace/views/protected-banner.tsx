import type { StaffCase } from '../../cases/public.ts'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'

/** On every page of a case with a protected party: many have had their data revealed because staff didn't know (Riksrevisionen 2024). */
export function ProtectedBanner({ of }: { readonly of: Pick<StaffCase, 'isProtected'> }) {
  const { t } = useTexts()
  if (!of.isProtected) return null
  return (
    <Notice tone="danger" heading={t('workplace.protected.title')}>
      <p>{t('workplace.protected.text')}</p>
    </Notice>
  )
}
