import { DeviceButtons } from '../../identity/public.ts'
import { useTexts } from '../../ui/frame.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { signWithPath } from '../paths.ts'

type ChooseDeviceProps = {
  readonly draft: string
  readonly service: string
  /** The method's names for people and for addresses. */
  readonly method: { readonly title: string; readonly name: string }
  /** Where the other ways are. */
  readonly back: string
}

/** Asks where the app is, before it is asked to sign: each answer is a button. */
export function ChooseDeviceView({ draft, service, method: { title, name }, back }: ChooseDeviceProps) {
  const { t } = useTexts()
  const heading = t('signing.sign-with', { method: title })
  return (
    <Page title={heading} width="text" back={{ href: back, label: t('signing.other-way') }}>
      <PageHeading title={heading} over={service} />
      <Prose>
        <p>{t('login.order.where')}</p>
        <p>{t('login.order.other-device-help')}</p>
        <p>{t('signing.read-in-app')}</p>
      </Prose>
      <form method="post" action={signWithPath(draft, name)}>
        <DeviceButtons title={title} />
      </form>
    </Page>
  )
}
