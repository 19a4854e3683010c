import type { z } from 'zod'
import { Actions } from '../../../ui/form/actions.tsx'
import { ButtonLink } from '../../../ui/form/button.tsx'
import { useFrame, useTexts } from '../../../ui/frame.ts'
import { Written } from '../../../ui/page/written.tsx'
import type { ExternalDefinition } from '../../definition/definition.ts'

type ExternalWayProps = { readonly definition: z.infer<typeof ExternalDefinition> }

/** A link to another system, and what one leaves by following it. */
export function ExternalWay({ definition: { url, system } }: ExternalWayProps) {
  const { municipality } = useFrame()
  const { t } = useTexts()
  return (
    <>
      <Written text={t('catalogue.external.text', { municipality: municipality.name, system })} />
      <Actions>
        <ButtonLink href={url} icon="external">
          {t('catalogue.external.open', { system })}
        </ButtonLink>
      </Actions>
    </>
  )
}
