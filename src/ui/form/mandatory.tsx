import { useTexts } from '../frame.ts'

/** The star of a mandatory question, said as a word to those who listen. */
export function Mandatory() {
  const { t } = useTexts()
  return (
    <span class="mandatory">
      <span aria-hidden="true"> *</span>
      <span class="ds-sr-only"> {t('ui.form.mandatory')}</span>
    </span>
  )
}

/** The line that explains the star; once a form. */
export function MandatoryNote() {
  const { t } = useTexts()
  return <p class="quiet-line">* {t('ui.form.mandatory-note')}</p>
}
