import { dayIn } from '../../platform/clock.ts'
import { useTexts } from '../../ui/frame.ts'

/** The element whose words an autosave changes; what changes in it is read aloud. */
export const saveStatusId = 'save-status'

/** In the place of it: another window has gone on to sign, and what is typed here isn't saved any more. */
export function NotSaved() {
  const { t } = useTexts()
  return (
    <p class="quiet-line" id={saveStatusId} role="status">
      {t('drafts.not-saved-sealed')}
    </p>
  )
}

type SaveStatusProps = {
  readonly savedAt: Date
  readonly now: Date
  /** IANA name. */
  readonly timeZone: string
  /** True when an answer was left out, since another window has changed it, too. */
  readonly hasConflicts?: boolean
}

/** "Sparat kl. 14.32", with the day when it's another one. */
export function SaveStatus({ savedAt, now, timeZone, hasConflicts }: SaveStatusProps) {
  const { t, format } = useTexts()
  const isToday = dayIn(timeZone, savedAt) === dayIn(timeZone, now)
  return (
    <p class="quiet-line" id={saveStatusId} role="status">
      {isToday
        ? t('drafts.saved-at', { time: format.time(savedAt) })
        : t('drafts.saved-on', { when: format.dateTime(savedAt) })}
      {hasConflicts ? ` ${t('drafts.saved-but-conflict')}` : ''}
    </p>
  )
}
