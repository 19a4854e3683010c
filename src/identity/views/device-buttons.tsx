import { Actions } from '../../ui/form/actions.tsx'
import { Button } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'

/** Where the app of a method, called `title` to people, is: each answer is a button, posted as `enhet`. */
export function DeviceButtons({ title }: { readonly title: string }) {
  const { t } = useTexts()
  return (
    <Actions>
      <Button name="enhet" value="denna">
        {t('login.order.this-device', { method: title })}
      </Button>
      <Button name="enhet" value="annan" variant="secondary">
        {t('login.order.other-device', { method: title })}
      </Button>
    </Actions>
  )
}
