import { Mandatory } from '../../ui/form/mandatory.tsx'
import { useTexts } from '../../ui/frame.ts'

/** What the browser's script needs when answers show further questions: where that is said to those who listen, and the mandatory mark. */
export function Appeared() {
  const { t } = useTexts()
  return (
    <>
      <p class="ds-sr-only" role="status" data-appeared={t('drafts.appeared')} />
      <template data-mandatory-mark>
        <Mandatory />
      </template>
    </>
  )
}
