import { useTexts } from '../../ui/frame.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { methodPath } from '../paths.ts'
import { DeviceButtons } from './device-buttons.tsx'

type ChooseDeviceProps = {
  /** The method's name for people. */
  readonly title: string
  /** The method's name for addresses. */
  readonly name: string
  readonly till: string | undefined
  readonly isTest: boolean
}

/** Asks where the app is, before an order is placed: each answer is a button. */
export function ChooseDeviceView({ title, name, till, isTest }: ChooseDeviceProps) {
  const { t } = useTexts()
  const heading = t(isTest ? 'login.order.test-title' : 'login.order.title', { method: title })
  const back = isTest ? '/hjalp/testa-e-legitimation' : `/logga-in${till ? `?till=${encodeURIComponent(till)}` : ''}`
  return (
    <Page title={heading} width="text" back={{ href: back, label: t('login.order.other-way') }}>
      <PageHeading title={heading} />
      <Prose>
        <p>{t('login.order.where')}</p>
        <p>{t('login.order.other-device-help')}</p>
      </Prose>
      <form method="post" action={methodPath(name)}>
        {till ? <input type="hidden" name="till" value={till} /> : null}
        {isTest ? <input type="hidden" name="prov" value="ja" /> : null}
        <DeviceButtons title={title} />
      </form>
    </Page>
  )
}
