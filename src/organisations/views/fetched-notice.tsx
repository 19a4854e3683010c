import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import type { RegisterAnswer, RegisteredOrganisation } from '../register/company-register.ts'

/** What the company register answered, and what to do now. */
export function FetchedNotice({ answer }: { readonly answer: RegisterAnswer }) {
  const { t } = useTexts()
  if (answer.kind !== 'found') {
    return (
      <Notice tone="info" announce>
        <p>
          {t(answer.kind === 'not-found' ? 'organisations.fetched.not-found' : 'organisations.fetched.unavailable')}
        </p>
      </Notice>
    )
  }
  const { organisations } = answer
  return (
    <Notice tone={organisations.some(({ active }) => active === false) ? 'warning' : 'success'} announce>
      <p>{t('organisations.fetched.found')}</p>
      {organisations.length > 1 ? (
        <>
          <p>{t('organisations.fetched.several')}</p>
          <ul>
            {organisations.map(({ name }) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      ) : null}
      {organisations.map((organisation) => (
        <Proceedings key={organisation.name} organisation={organisation} />
      ))}
    </Notice>
  )
}

/** Bankruptcy and the like, in the register's own words. */
function Proceedings({ organisation }: { readonly organisation: RegisteredOrganisation }) {
  const { t, format } = useTexts()
  const { name, active, proceedings } = organisation
  if (proceedings.length === 0) return active === false ? <p>{t('organisations.fetched.inactive', { name })}</p> : null
  return (
    <>
      {proceedings.map((proceeding) => (
        <p key={proceeding.name}>
          {proceeding.from
            ? t('organisations.fetched.proceeding', {
                name,
                proceeding: proceeding.name,
                when: format.date(proceeding.from),
              })
            : t('organisations.fetched.proceeding-undated', { name, proceeding: proceeding.name })}
        </p>
      ))}
    </>
  )
}
