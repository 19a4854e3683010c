import type { LocalizedText } from '../../../platform/texts/localized.ts'
import { Actions } from '../../../ui/form/actions.tsx'
import { Button } from '../../../ui/form/button.tsx'
import { ErrorSummary } from '../../../ui/form/error-summary.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { Notice } from '../../../ui/list/notice.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeading } from '../../../ui/page/page-heading.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import type { Opening } from '../../opening/opening.ts'
import { closedText, openingInShort } from '../../opening/opening-text.ts'

type OpeningViewProps = {
  readonly title: LocalizedText
  readonly opening: Opening
  readonly closedByHand: boolean
  /** What was typed as the time to open again, when it can't be used, and why. */
  readonly typed?: string
  readonly problem?: 'past' | 'unreadable'
}

/** Whether an e-service is open, and the buttons that close it and open it again. */
export function OpeningView({ title, opening, closedByHand, typed, problem }: OpeningViewProps) {
  const texts = useTexts()
  const { t, pick } = texts
  const heading = t('catalogue.closing.title')
  const message = problem && t(`catalogue.closing.${problem}`)
  return (
    <Page title={heading} area="services" width="text" hasProblems={problem !== undefined}>
      <ErrorSummary problems={message === undefined ? [] : [{ id: 'till', problem: message }]} />
      <PageHeading title={heading} over={pick(title)} />
      <Notice tone={opening.kind === 'open' ? 'success' : 'warning'}>
        <p>
          {opening.kind === 'closed'
            ? closedText(opening, texts)
            : [t('catalogue.closing.is-open'), openingInShort(opening, texts)].filter(Boolean).join(' ')}
        </p>
      </Notice>
      <Prose>
        <p>{t(closedByHand ? 'catalogue.closing.reopen-text' : 'catalogue.closing.text')}</p>
      </Prose>
      <form method="post">
        {closedByHand ? null : (
          <TextField
            name="till"
            id="till"
            label={t('catalogue.closing.until')}
            help={t('catalogue.closing.until-help')}
            value={typed}
            problem={message}
          />
        )}
        <Actions>
          <Button name="gor" value={closedByHand ? 'oppna' : 'stang'} variant={closedByHand ? 'primary' : 'danger'}>
            {t(closedByHand ? 'catalogue.closing.reopen' : 'catalogue.closing.close')}
          </Button>
        </Actions>
      </form>
    </Page>
  )
}
