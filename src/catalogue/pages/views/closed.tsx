import { useTexts } from '../../../ui/frame.ts'
import type { Opening } from '../../opening/opening.ts'
import { closedText } from '../../opening/opening-text.ts'

/** In place of the way in: that the service is closed, when it opens, and where a saved application is. */
export function Closed({ opening }: { readonly opening: Extract<Opening, { kind: 'closed' }> }) {
  const texts = useTexts()
  return (
    <>
      <p>
        <strong>{closedText(opening, texts)}</strong>
      </p>
      <p>
        {texts.t('catalogue.closed.saved')} <a href="/mina-sidor">{texts.t('ui.menu.my-pages')}</a>
      </p>
    </>
  )
}
