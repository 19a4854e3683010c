import type { StaffCase } from '../../cases/public.ts'
import type { Writing } from '../../messages/public.ts'
import { Actions } from '../../ui/form/actions.tsx'
import { Button, ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { type Deed, deedPath } from '../case-address.ts'

type DeedsProps = { readonly of: StaffCase; readonly writing: Writing }

/** What is open to the reader to do with a case, the most wanted first. */
export function Deeds({ of, writing }: DeedsProps) {
  const { t } = useTexts()
  const { abilities, nextStatuses, caseId, version } = of
  const deeds: readonly (readonly [Deed & keyof typeof labels, boolean])[] = [
    ['message', writing === 'allowed'],
    ['request', abilities.requestSupplement],
    ['status', nextStatuses.length > 0],
    ['assign', abilities.assign],
  ]
  return (
    <Actions>
      {abilities.take ? (
        <form method="post" action={deedPath(caseId, 'take')}>
          <input type="hidden" name="version" value={version} />
          <Button>{t('workplace.case.take')}</Button>
        </form>
      ) : null}
      {deeds.map(([deed, open]) =>
        open ? (
          <ButtonLink key={deed} href={deedPath(caseId, deed)} variant="secondary">
            {t(labels[deed])}
          </ButtonLink>
        ) : null,
      )}
    </Actions>
  )
}

const labels = {
  message: 'workplace.case.message',
  request: 'workplace.case.request',
  status: 'workplace.case.status',
  assign: 'workplace.case.assign',
} as const
