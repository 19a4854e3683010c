import { Actions } from '../../ui/form/actions.tsx'
import { Button } from '../../ui/form/button.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { FactList } from '../../ui/form/known-facts.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { codeInWords } from '../paper/code.ts'
import { checkFormPath } from '../paper/paths.ts'
import type { CheckedForm } from '../queries/check-form.ts'

type CheckFormViewProps = { readonly typed: string; readonly checked: CheckedForm | undefined }

/** "Kontrollera en blankett": the code of a form that came by post, and what it says and doesn't say. */
export function CheckFormView({ typed, checked }: CheckFormViewProps) {
  const { t } = useTexts()
  const heading = t('documents.check.title')
  const problem = checked?.kind === 'misread' ? t('documents.check.misread') : undefined
  return (
    <Page title={heading} area="paper" width="text" hasProblems={problem !== undefined}>
      <ErrorSummary problems={problem === undefined ? [] : [{ id: 'kod', problem }]} />
      <PageHeading title={heading}>
        <p>{t('documents.check.lead')}</p>
      </PageHeading>
      <form method="get" action={checkFormPath}>
        <TextField
          name="kod"
          label={t('documents.check.code')}
          help={t('documents.check.code-help')}
          autocomplete="off"
          value={typed}
          problem={problem}
        />
        <Actions>
          <Button>{t('documents.check.look-up')}</Button>
        </Actions>
      </form>
      {checked?.kind === 'unknown' ? (
        <Notice tone="warning" heading={t('documents.check.unknown')} announce>
          <p>{t('documents.check.unknown-text')}</p>
        </Notice>
      ) : null}
      {checked?.kind === 'known' ? <Known checked={checked} /> : null}
    </Page>
  )
}

function Known({ checked }: { readonly checked: Extract<CheckedForm, { kind: 'known' }> }) {
  const { t, pick, format } = useTexts()
  const { form, print, version } = checked
  const languages: Readonly<Record<string, string>> = { sv: t('documents.check.sv'), en: t('documents.check.en') }
  return (
    <>
      <Notice tone="success" heading={pick(form.definition.title)} announce>
        <FactList
          facts={[
            { term: t('documents.paper.code'), value: codeInWords(print.code) },
            { term: t('documents.check.printed'), value: format.dateTime(print.printedAt) },
            {
              term: t('documents.check.version'),
              value: t('documents.check.version-number', { number: version.number }),
            },
            { term: t('documents.check.language'), value: languages[print.language] ?? print.language },
            { term: t('documents.check.pages'), value: format.number(print.pages) },
          ]}
        />
        {version.isCurrent ? null : <p>{t('documents.check.superseded')}</p>}
      </Notice>
      <Prose>
        <p>{t('documents.check.means')}</p>
        {version.isCurrent ? <p>{t('documents.check.compare')}</p> : null}
      </Prose>
    </>
  )
}
