import { useTexts } from '../../ui/frame.ts'
import { Icon } from '../../ui/icon.tsx'
import { actionWords, stepFields } from '../posted-step.ts'

type PreviousButtonProps = {
  /** Id of the step's form. */
  readonly form: string
  /** False at the first step. */
  readonly shown: boolean
}

/**
 * "Föregående" over the heading: a button of the form, so that what was typed is kept. Enter in a field presses a form's first button,
 * which must not be this one: an unseen "Nästa" stands before it.
 */
export function PreviousButton({ form, shown }: PreviousButtonProps) {
  const { t } = useTexts()
  return (
    <>
      <button
        class="ds-sr-only"
        type="submit"
        form={form}
        name={stepFields.action}
        value={actionWords.next}
        tabIndex={-1}
        aria-hidden="true"
      >
        {t('drafts.action.next')}
      </button>
      {shown ? (
        <button class="row-link" type="submit" form={form} name={stepFields.action} value={actionWords.previous}>
          <Icon name="back" />
          {t('drafts.action.previous')}
        </button>
      ) : null}
    </>
  )
}
