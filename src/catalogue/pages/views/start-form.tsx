import { Actions } from '../../../ui/form/actions.tsx'
import { Button } from '../../../ui/form/button.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { Written } from '../../../ui/page/written.tsx'
import type { ServiceDefinition } from '../../definition/definition.ts'
import { servicePath } from '../../model.ts'

type StartFormProps = {
  readonly shortName: string
  readonly definition: ServiceDefinition
  readonly loggedIn: boolean
}

/** Begins a draft. Who may choose posts `inloggning`: `ja` or `nej`; who is logged in has chosen already. */
export function StartForm({ shortName, definition, loggedIn }: StartFormProps) {
  const { t, pick } = useTexts()
  const choice = definition.login === 'optional' && !loggedIn
  const explanation = choice && definition.loginChoice ? pick(definition.loginChoice) : t(explain(definition, loggedIn))
  return (
    <form method="post" action={`${servicePath(shortName)}/starta`}>
      <Written text={explanation} />
      <Actions>
        {choice ? (
          <>
            <Button name="inloggning" value="ja">
              {t('catalogue.start.log-in')}
            </Button>
            <Button name="inloggning" value="nej" variant="secondary">
              {t('catalogue.start.without-login')}
            </Button>
          </>
        ) : (
          <Button name="inloggning" value={definition.login === 'none' ? 'nej' : 'ja'}>
            {t('catalogue.start')}
          </Button>
        )}
      </Actions>
    </form>
  )
}

const explain = ({ login }: ServiceDefinition, loggedIn: boolean) => {
  if (login === 'none') return 'catalogue.start.none'
  return loggedIn ? 'catalogue.start.logged-in' : 'catalogue.start.required'
}
