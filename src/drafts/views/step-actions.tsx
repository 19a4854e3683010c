import { Actions } from '../../ui/form/actions.tsx'
import { Button } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { actionWords, stepFields } from '../posted-step.ts'

type StepActionsProps = {
  /** Visitors have no "Spara": nobody could come back to what they saved. */
  readonly maySave: boolean
  /** Without script, new questions of the step appear by a button. */
  readonly maySeeMore: boolean
}

/** The buttons that end a step. */
export function StepActions({ maySave, maySeeMore }: StepActionsProps) {
  const { t } = useTexts()
  const name = stepFields.action
  return (
    <>
      {maySeeMore ? (
        <noscript>
          <Actions>
            <Button variant="secondary" name={name} value={actionWords.update}>
              {t('drafts.action.update')}
            </Button>
          </Actions>
        </noscript>
      ) : null}
      <Actions>
        <Button name={name} value={actionWords.next}>
          {t('drafts.action.next')}
        </Button>
        {maySave ? (
          <>
            <Button variant="secondary" name={name} value={actionWords.save}>
              {t('drafts.action.save')}
            </Button>
            <Button variant="tertiary" name={name} value={actionWords.leave}>
              {t('drafts.action.save-and-leave')}
            </Button>
          </>
        ) : null}
      </Actions>
    </>
  )
}
