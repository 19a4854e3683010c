import { Actions } from '../../ui/form/actions.tsx'
import { ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
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

/** The ways to sign, each a button that leads on; before them whose page comes, and what happens there. */
export function WaysToSign({ draft, ways, region }: WaysToSignProps) {
  const { t } = useTexts()
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
