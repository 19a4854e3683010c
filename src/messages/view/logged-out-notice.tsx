import { useFrame, useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { loginAddress } from '../../ui/page/navigation.ts'

/** Tells that the session has ended while something was typed, and how to send it all the same: without losing it (requirement A1.3). */
export function LoggedOutNotice() {
  const { t } = useTexts()
  const { path } = useFrame()
  return (
    <Notice tone="warning" announce>
      <p>{t('messages.expired.text')}</p>
      <p>{t('messages.expired.what')}</p>
      <p>
        <a href={loginAddress(path)} target="_blank" rel="noopener">
          {t('messages.expired.log-in')}
        </a>
      </p>
    </Notice>
  )
}
