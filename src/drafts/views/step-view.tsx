import { isPaperForm, type Opening } from '../../catalogue/public.ts'
import { opensWithin } from '../../forms/expressions.ts'
import { stepNumber } from '../../forms/navigation.ts'
import { problemLinks } from '../../forms/problem-links.ts'
import { isAttachments } from '../../forms/questions/attachments/changes.ts'
import { drawnQuestions } from '../../forms/step-rules.ts'
import type { TextKey } from '../../platform/texts/catalogue.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { MandatoryNote } from '../../ui/form/mandatory.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Prose } from '../../ui/page/prose.tsx'
import { autosavePath, deletePath, stepPath } from '../paths.ts'
import type { StepState } from '../step-state.ts'
import { Appeared } from './appeared.tsx'
import { AutoSave } from './auto-save.tsx'
import { DraftLayout, type Supplementing } from './draft-layout.tsx'
import { draftSteps } from './draft-steps.ts'
import { PreviousButton } from './previous-button.tsx'
import { SaveStatus } from './save-status.tsx'
import { SavedNotice } from './saved-notice.tsx'
import { StandingNotices } from './standing-notices.tsx'
import { StepActions } from './step-actions.tsx'
import { StepFields } from './step-fields.tsx'

const formId = 'step-form'

export type StepViewProps = {
  readonly state: StepState
  readonly supplementing: Supplementing | undefined
  /** Whether it can be sent now; undefined for what can whenever. */
  readonly opening: Opening | undefined
  /** False for a visitor. */
  readonly maySave: boolean
  /** True right after "Spara". */
  readonly justSaved: boolean
  readonly now: Date
  /** IANA name. */
  readonly timeZone: string
}

/** A step of a form. */
export function StepView({ state, supplementing, opening, maySave, justSaved, now, timeZone }: StepViewProps) {
  const texts = useTexts()
  const { t, pick } = texts
  const { service, draft, step, filled, problems } = state
  const { form, title } = service.definition
  const place = stepNumber(filled, step.id) ?? { number: 1, of: 1 }
  const whole = form.steps.find(({ id }) => id === step.id)
  const drawn = drawnQuestions(filled, step.id).map(({ question }) => question)
  return (
    <DraftLayout
      title={pick(step.title)}
      service={pick(title)}
      place={place}
      steps={draftSteps({ filled, current: step.id, texts })}
      back={<PreviousButton form={formId} shown={place.number > 1} />}
      supplementing={supplementing}
      hasProblems={problems.length > 0}
      aside={
        <>
          <SaveStatus savedAt={draft.changedAt} now={now} timeZone={timeZone} />
          <p class="quiet-line">{t(standingText(isPaperForm(service), maySave))}</p>
          <p class="quiet-line">
            <a href={deletePath(draft.id)}>{t(deleteText(isPaperForm(service), supplementing !== undefined))}</a>
          </p>
        </>
      }
    >
      <ErrorSummary problems={problemLinks(form, problems, texts)} />
      <StandingNotices draft={draft} opening={opening} />
      {justSaved ? <SavedNotice until={draft.expiresAt} /> : null}
      {step.intro ? (
        <Prose>
          <p>{pick(step.intro)}</p>
        </Prose>
      ) : null}
      <AutoSave to={autosavePath(draft.id, step.id)}>
        <form
          id={formId}
          method="post"
          action={stepPath(draft.id, step.id)}
          encType={drawn.some(isAttachments) ? 'multipart/form-data' : 'application/x-www-form-urlencoded'}
          noValidate
        >
          <StepFields {...state} />
          <StepActions maySave={maySave} maySeeMore={whole !== undefined && opensWithin(whole)} />
          <div data-mandatory-note hidden={!step.questions.some(({ mandatory }) => mandatory)}>
            <MandatoryNote />
          </div>
        </form>
        <Appeared />
      </AutoSave>
    </DraftLayout>
  )
}

const standingText = (onPaper: boolean, isPerson: boolean): TextKey => {
  if (onPaper) return isPerson ? 'drafts.standing.paper-person' : 'drafts.standing.paper'
  return isPerson ? 'drafts.standing.person' : 'drafts.standing.visitor'
}

const deleteText = (onPaper: boolean, isSupplement: boolean): TextKey => {
  if (onPaper) return 'drafts.delete.link-paper'
  return isSupplement ? 'drafts.delete.link-supplement' : 'drafts.delete.link'
}
