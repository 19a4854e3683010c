import { useTexts } from '../../ui/frame.ts'
import { Prose } from '../../ui/page/prose.tsx'

/** Leads to the guide about signing. */
export function HowToSign() {
  const { t } = useTexts()
  return (
    <Prose>
      <p>
        <a href="/hjalp/lathundar/skriva-under">{t('signing.help')}</a>
      </p>
    </Prose>
  )
}
