import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import type { UnreadInGroups } from '../queries/read-unread-protected.ts'

/** For administrators: that cases wait which nobody may read. How many and whose, nothing of what they are about. */
export function UnreadProtectedNotice({ count, groups }: UnreadInGroups) {
  const { t, pick } = useTexts()
  if (count === 0) return null
  return (
    <Notice tone="warning" heading={t('workplace.protected.unread.title', { count })}>
      <p>{t('workplace.protected.unread.text', { groups: groups.map(pick).join(', ') })}</p>
    </Notice>
  )
}
