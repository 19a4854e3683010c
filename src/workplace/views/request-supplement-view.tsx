import { longestRequest, type RequestFault, type StaffCase } from '../../cases/public.ts'
import { days, later } from '../../platform/clock.ts'
import { DateField, type TypedDate } from '../../ui/form/date-field.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TypedAgain } from '../../ui/form/typed-again.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { DeedForm } from './deed-form.tsx'
import { DeedPage } from './deed-page.tsx'
import type { Failure } from './failure-notice.tsx'

type TypedRequest = { readonly text: string; readonly until: TypedDate }

type FormProps = {
  readonly caseId: string
  readonly version: number
  /** The day of the example. */
  readonly today: Date
  readonly typed?: TypedRequest | undefined
  readonly fault?: RequestFault | undefined
}

type RequestSupplementViewProps = Omit<FormProps, 'caseId' | 'version'> & {
  readonly of: StaffCase
  readonly failure?: Failure | undefined
  /** True when the request had come after the session had ended, and is back for its writer to send. */
  readonly isAgain?: boolean | undefined
}

/** "Begär komplettering", or why it can't be asked for in this case. */
export function RequestSupplementView({ of, failure, isAgain, ...form }: RequestSupplementViewProps) {
  const { t } = useTexts()
  const words = useFaultInWords(form.fault)
  const title = t('workplace.case.request')
  if (!of.abilities.requestSupplement) {
    return (
      <DeedPage of={of} title={title} failure={failure === 'not-allowed' ? undefined : failure}>
        <Notice tone="info">
          <p>{t(refusal(of))}</p>
          {of.anonymous ? <p>{t('workplace.case.anonymous-answer')}</p> : null}
        </Notice>
      </DeedPage>
    )
  }
  const problems = (['text', 'until'] as const).flatMap((id) => {
    const problem = words[id]
    return problem === undefined ? [] : [{ id, problem }]
  })
  return (
    <DeedPage of={of} title={title} problems={problems} failure={failure}>
      {isAgain ? <TypedAgain>{t('workplace.request.not-sent')}</TypedAgain> : null}
      <p>{t('workplace.request.lead')}</p>
      <RequestForm caseId={of.caseId} version={of.version} {...form} />
    </DeedPage>
  )
}

function RequestForm({ caseId, version, today, typed, fault }: FormProps) {
  const { t, format } = useTexts()
  const words = useFaultInWords(fault)
  return (
    <DeedForm caseId={caseId} deed="request" version={version} submit={t('workplace.request.submit')}>
      <TextArea
        name="text"
        label={t('workplace.request.text')}
        help={t('workplace.request.text-help')}
        value={typed?.text}
        limit={longestRequest}
        problem={words.text}
        mandatory
      />
      <DateField
        name="until"
        label={t('workplace.request.until')}
        // Two weeks are what is usually given.
        help={t('workplace.request.until-help', { day: format.date(later(today, days(14))) })}
        value={typed?.until}
        problem={words.until}
        mandatory
      />
    </DeedForm>
  )
}

const refusal = ({ anonymous, service }: StaffCase) => {
  if (anonymous) return 'workplace.case.anonymous'
  return service.definition.supplement === 'none'
    ? 'workplace.request.service-takes-none'
    : 'workplace.request.too-late'
}

function useFaultInWords(fault: RequestFault | undefined) {
  const { t, format } = useTexts()
  return {
    text: fault?.text && t(`workplace.request.text-${fault.text}`, { limit: format.number(longestRequest) }),
    until: fault?.until && t(`workplace.request.until-${fault.until}`),
  }
}
