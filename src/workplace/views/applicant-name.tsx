import type { StaffCase } from '../../cases/public.ts'
import { useTexts } from '../../ui/frame.ts'

/** Who has applied: their name, or why it isn't told. */
export function ApplicantName({ of }: { readonly of: Pick<StaffCase, 'applicant' | 'isProtected' | 'anonymous'> }) {
  const { t } = useTexts()
  if (of.isProtected) return <>{t('cases.protected.name')}</>
  return <>{of.applicant ?? t(of.anonymous ? 'workplace.list.anonymous' : 'workplace.list.unknown')}</>
}
