import type { z } from 'zod'
import { Actions } from '../../../ui/form/actions.tsx'
import { ButtonLink } from '../../../ui/form/button.tsx'
import { FactList } from '../../../ui/form/known-facts.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { Written } from '../../../ui/page/written.tsx'
import type { PaperFormDefinition } from '../../definition/definition.ts'

type PaperWayProps = { readonly definition: z.infer<typeof PaperFormDefinition> }

/** A form on paper: print, sign by hand, post or hand in. */
export function PaperWay({ definition: { pdf, fillable, postalAddress, office } }: PaperWayProps) {
  const { t, pick } = useTexts()
  return (
    <>
      <Written text={t(fillable ? 'catalogue.paper.fillable' : 'catalogue.paper.by-hand')} />
      <FactList
        facts={[
          { term: t('catalogue.paper.post'), value: pick(postalAddress) },
          { term: pick(office.name), value: pick(office.address) },
          { term: t('catalogue.paper.opening-hours'), value: pick(office.openingHours) },
        ]}
      />
      <Actions>
        <ButtonLink href={pdf} icon="print">
          {t('catalogue.paper.open')}
        </ButtonLink>
      </Actions>
    </>
  )
}
