import type { PaperForm } from '../../catalogue/public.ts'
import { deletePath, printPath } from '../../drafts/public.ts'
import { Actions } from '../../ui/form/actions.tsx'
import { ButtonLink } from '../../ui/form/button.tsx'
import { FactList } from '../../ui/form/known-facts.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { Section } from '../../ui/page/section.tsx'
import { codeInWords } from '../paper/code.ts'
import { filledInPath } from '../paper/paths.ts'
import type { Print } from '../paper/print.ts'

type PrintedViewProps = {
  readonly form: PaperForm
  readonly draft: string
  readonly print: Pick<Print, 'code' | 'pages'>
  readonly keptUntil: Date
}

/** "Blanketten är klar": the PDF, what to do with it, where to send it, and for how long it can be fetched again. */
export function PrintedView({ form, draft, print, keptUntil }: PrintedViewProps) {
  const { t, pick, format } = useTexts()
  const { title, postalAddress, office, enclosures } = form.definition
  return (
    <Page title={t('documents.printed.title')} area="services" width="text">
      <PageHeading title={t('documents.printed.title')} over={pick(title)}>
        <p>{t('documents.printed.lead')}</p>
      </PageHeading>
      <Actions>
        <ButtonLink href={filledInPath(draft)} icon="print">
          {t('documents.printed.download', { pages: print.pages })}
        </ButtonLink>
      </Actions>
      <Section heading={t('documents.printed.next')}>
        <Prose>
          <ol>
            <li>{t('documents.printed.step-print')}</li>
            <li>{t('documents.printed.step-sign')}</li>
            {enclosures.length > 0 ? <li>{t('documents.printed.step-enclose')}</li> : null}
            <li>{t('documents.printed.step-send')}</li>
          </ol>
        </Prose>
        <FactList
          facts={[
            { term: t('catalogue.paper.post'), value: pick(postalAddress) },
            { term: pick(office.name), value: pick(office.address) },
            { term: t('catalogue.paper.opening-hours'), value: pick(office.openingHours) },
            { term: t('documents.paper.code'), value: codeInWords(print.code) },
          ]}
        />
        <p>{t('documents.printed.code-text')}</p>
      </Section>
      <Section heading={t('documents.printed.kept-heading')}>
        <p>{t('documents.printed.kept', { until: format.dateTime(keptUntil) })}</p>
        <ul class="block-links">
          <li>
            <a class="ds-link" href={printPath(draft)}>
              {t('documents.printed.change')}
            </a>
          </li>
          <li>
            <a class="ds-link" href={deletePath(draft)}>
              {t('documents.printed.delete')}
            </a>
          </li>
        </ul>
      </Section>
    </Page>
  )
}
