import { Actions } from '../../ui/form/actions.tsx'
import { ButtonLink } from '../../ui/form/button.tsx'
import { useFrame, useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { signWithPath } from '../paths.ts'
import type { WayToSign } from '../ways.ts'

type WaysToSignProps = {
  readonly draft: string
  /** The one that is offered first comes first. */
  readonly ways: readonly WayToSign[]
  /** Whose page those are on that are elsewhere. */
  readonly region: string
}

/** The ways to sign, each a button that leads on, with whose page comes and what happens there; for whom there is none, whom to turn to. */
export function WaysToSign({ draft, ways, region }: WaysToSignProps) {
  const { t } = useTexts()
  const { phone } = useFrame().municipality.contactCentre
  if (ways.length === 0) {
    return (
      <Notice tone="warning" heading={t('signing.no-way.title')}>
        <p>{t('signing.no-way.text', { phone })}</p>
      </Notice>
    )
  }
  return (
    <>
      <Actions>
        {ways.map(({ name, title }, place) => (
          <ButtonLink key={name} href={signWithPath(draft, name)} variant={place === 0 ? 'primary' : 'secondary'}>
            {t('signing.sign-with', { method: title })}
          </ButtonLink>
        ))}
      </Actions>
      <Prose>
        {ways.some(({ isElsewhere }) => isElsewhere) ? <p>{t('signing.elsewhere', { region })}</p> : null}
        <p>{t('signing.binding')}</p>
      </Prose>
    </>
  )
}
