import { Actions } from '../../../ui/form/actions.tsx'
import { Button, ButtonLink } from '../../../ui/form/button.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { Written } from '../../../ui/page/written.tsx'
import { type PaperForm, servicePath } from '../../model.ts'
import type { BlankForm } from '../../ports.ts'

type PaperWayProps = Pick<PaperForm, 'shortName' | 'definition'> & { readonly blanks: readonly BlankForm[] }

/** A form on paper: filled in on screen, where that can be done, or printed empty. */
export function PaperWay({ shortName, definition: { fillable }, blanks }: PaperWayProps) {
  const { t, language, format } = useTexts()
  const own = blanks.find((blank) => blank.language === language)
  return (
    <>
      <Written text={t(fillable ? 'catalogue.paper.fillable' : 'catalogue.paper.by-hand')} />
      {fillable ? (
        <form method="post" action={`${servicePath(shortName)}/starta`}>
          <Written text={t('catalogue.paper.fill-in-text')} />
          <Actions>
            <Button name="inloggning" value="nej">
              {t('catalogue.paper.fill-in')}
            </Button>
          </Actions>
        </form>
      ) : null}
      {own ? (
        <Actions>
          <ButtonLink href={own.href} icon="print" variant={fillable ? 'secondary' : 'primary'}>
            {own.pages === undefined || own.size === undefined
              ? t('catalogue.paper.download-plain')
              : t('catalogue.paper.download', { pages: own.pages, size: format.fileSize(own.size) })}
          </ButtonLink>
        </Actions>
      ) : null}
      {blanks.map((blank) =>
        blank === own ? null : (
          <p key={blank.language}>
            <a class="ds-link" href={blank.href}>
              {blank.pages === undefined || blank.size === undefined
                ? t(`catalogue.paper.other-${blank.language}`)
                : t(`catalogue.paper.other-${blank.language}-described`, {
                    pages: blank.pages,
                    size: format.fileSize(blank.size),
                  })}
            </a>
          </p>
        ),
      )}
    </>
  )
}
