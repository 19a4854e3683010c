import { useTexts } from '../frame.ts'

/** Something to mend: the id of the control and what is wrong with it. */
export type FieldProblem = { readonly id: string; readonly problem: string }

/** What must be mended, at the top of the form, linked to the questions, and focused first, without script, too. Renders nothing when there is nothing. */
export function ErrorSummary({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const { t } = useTexts()
  if (problems.length === 0) return null
  return (
    <div class="ds-error-summary error-summary" id="problems" role="alert" tabIndex={-1} autofocus>
      <h2>{t('ui.form.problems', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ id, problem }) => (
          <li key={id}>
            <a href={`#${id}`}>{problem}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
