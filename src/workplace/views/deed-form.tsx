import type { ComponentChildren } from 'preact'
import { staffCasePath } from '../../cases/public.ts'
import { Actions } from '../../ui/form/actions.tsx'
import { Button, ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { type Deed, deedPath } from '../case-address.ts'

type DeedFormProps = {
  readonly caseId: string
  readonly deed: Deed
  /** The version of the case that the reader sees: a change meanwhile is noticed. */
  readonly version: number
  readonly submit: string
  readonly children: ComponentChildren
}

/** The form of one deed, with the way back. */
export function DeedForm({ caseId, deed, version, submit, children }: DeedFormProps) {
  const { t } = useTexts()
  return (
    <form method="post" action={deedPath(caseId, deed)}>
      <input type="hidden" name="version" value={version} />
      {children}
      <Actions>
        <Button>{submit}</Button>
        <ButtonLink href={staffCasePath(caseId)} variant="tertiary">
          {t('workplace.cancel')}
        </ButtonLink>
      </Actions>
    </form>
  )
}
