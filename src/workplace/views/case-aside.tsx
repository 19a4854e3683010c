import { exportPath, type StaffCase, staffCasePath } from '../../cases/public.ts'
import { Moment } from '../../ui/case/timeline.tsx'
import { FactList } from '../../ui/form/known-facts.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { ApplicantName } from './applicant-name.tsx'

type CaseAsideProps = {
  readonly of: StaffCase
  /** Which of the submissions is the latest, from 1. */
  readonly latest: number
}

/** Beside the case, and above it on a phone: what it is, when it came and who has it; and its files to download. */
export function CaseAside({ of, latest }: CaseAsideProps) {
  const { t } = useTexts()
  return (
    <Panel heading={t('workplace.case.facts')}>
      <FactList
        facts={[
          { term: t('workplace.case.number'), value: of.number },
          { term: t('workplace.case.applicant'), value: <ApplicantName of={of} /> },
          { term: t('workplace.case.received'), value: <Moment when={of.receivedAt} /> },
          { term: t('workplace.case.worker'), value: of.assignedTo?.name ?? t('workplace.list.nobody') },
        ]}
      />
      <p>
        <a href={`${staffCasePath(of.caseId)}/pdf`}>{t('workplace.case.pdf')}</a>
      </p>
      <details>
        <summary>{t('workplace.case.export')}</summary>
        <p class="quiet-line">{t('workplace.case.export-text')}</p>
        <ul>
          {exports.map(({ format, label }) => (
            <li key={format}>
              <a href={exportPath(of.caseId, latest, format)}>{t(label)}</a>
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  )
}

const exports = [
  { format: 'json', label: 'workplace.case.export-json' },
  { format: 'xml', label: 'workplace.case.export-xml' },
  { format: 'csv', label: 'workplace.case.export-csv' },
  { format: 'json-schema', label: 'workplace.case.export-json-schema' },
  { format: 'xsd', label: 'workplace.case.export-xsd' },
] as const
