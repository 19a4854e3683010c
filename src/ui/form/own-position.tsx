import { useTexts } from '../frame.ts'

/** A button that fills a box with where the browser is; out of sight until a script has found that the browser can tell. */
export function OwnPosition({ box }: { /** Id of the box. */ readonly box: string }) {
  const { t } = useTexts()
  return (
    <div data-own-position={box} hidden>
      <p class="look-up">
        <button class="ds-button" type="button" data-variant="secondary" data-color="primary">
          {t('ui.position.use')}
        </button>
      </p>
      <p
        class="question-help"
        role="status"
        data-asking={t('ui.position.asking')}
        data-told={t('ui.position.told')}
        data-failed={t('ui.position.failed')}
      />
    </div>
  )
}
