import { Actions } from '../../ui/form/actions.tsx'
import { Button, ButtonLink } from '../../ui/form/button.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TypedAgain } from '../../ui/form/typed-again.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Prose } from '../../ui/page/prose.tsx'
import { declinePath, invitationPath } from '../paths.ts'
import { InvitationFrame } from './invitation-frame.tsx'

/** Characters of a reason: as much as can be read in one go. */
export const longestReason = 1000

type DeclineViewProps = {
  readonly draft: string
  /** The e-service's title. */
  readonly service: string
  readonly what: 'application' | 'supplement'
  /** What was typed when it has to be mended. */
  readonly typed?: string
  readonly problem?: 'missing' | 'too-long'
  /** True when it had come after the session had ended, and is back for its writer to send. */
  readonly isResumed?: boolean
}

/** "Jag vill inte skriva under": what it means, and why. */
export function DeclineView({ draft, service, what, typed, problem, isResumed }: DeclineViewProps) {
  const { t } = useTexts()
  const said = problem && t(`signing.decline.problem.${problem}`, { limit: longestReason })
  return (
    <InvitationFrame
      title={t('signing.decline.title')}
      service={service}
      back={{ href: invitationPath(draft), label: t('signing.signature.back', { what }) }}
      hasProblems={said !== undefined}
    >
      <ErrorSummary problems={said ? [{ id: 'skal', problem: said }] : []} />
      {isResumed ? <TypedAgain>{t('signing.decline.resumed')}</TypedAgain> : null}
      <Prose>
        <p>{t('signing.decline.text', { what })}</p>
      </Prose>
      <form method="post" action={declinePath(draft)} noValidate>
        <TextArea
          name="skal"
          label={t('signing.decline.reason')}
          help={<p>{t('signing.decline.reason-help')}</p>}
          value={typed}
          limit={longestReason}
          problem={said}
          mandatory
        />
        <Actions>
          <Button variant="danger">{t('signing.decline.confirm')}</Button>
          <ButtonLink href={invitationPath(draft)} variant="tertiary">
            {t('signing.ask.back')}
          </ButtonLink>
        </Actions>
      </form>
    </InvitationFrame>
  )
}
