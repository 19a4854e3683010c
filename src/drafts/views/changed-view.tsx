import { Actions } from '../../ui/form/actions.tsx'
import { Button } from '../../ui/form/button.tsx'
import { FactList } from '../../ui/form/known-facts.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { Section } from '../../ui/page/section.tsx'
import { changedPath } from '../paths.ts'
import type { LeftLine, ReadMove } from '../queries/read-move.ts'

/** Tells somebody whose form has changed what they had written that did not come with it, what to look through, and what is new. */
export function ChangedView({ draft, title, gone, check, added }: ReadMove & { readonly draft: string }) {
  const { t } = useTexts()
  const isWhole = gone.length === 0 && check.length === 0
  return (
    <Page title={t('drafts.changed.title')} area="mine" width="text">
      <PageHeading title={t('drafts.changed.title')} over={title} />
      <Prose>
        <p>{t('drafts.changed.lead')}</p>
        <p>{t(isWhole ? 'drafts.changed.whole' : 'drafts.changed.not-whole')}</p>
      </Prose>
      {gone.length > 0 ? (
        <Section heading={t('drafts.changed.gone')}>
          <Prose>
            <p>{t('drafts.changed.gone-text')}</p>
          </Prose>
          <Lines lines={gone} />
        </Section>
      ) : null}
      {check.length > 0 ? (
        <Section heading={t('drafts.changed.check')}>
          <Prose>
            <p>{t('drafts.changed.check-text')}</p>
          </Prose>
          <Lines lines={check} />
        </Section>
      ) : null}
      {added.length > 0 ? (
        <Section heading={t('drafts.changed.added')}>
          <Prose>
            <ul>
              {added.map((label) => (
                <li key={label}>{label}</li>
              ))}
            </ul>
          </Prose>
        </Section>
      ) : null}
      <form method="post" action={changedPath(draft)}>
        <Actions>
          <Button>{t('drafts.changed.go-on')}</Button>
        </Actions>
      </form>
    </Page>
  )
}

const Lines = ({ lines }: { readonly lines: readonly LeftLine[] }) => (
  <FactList
    facts={lines.map(({ label, written }) => ({ term: label, value: <span class="kept-lines">{written}</span> }))}
  />
)
