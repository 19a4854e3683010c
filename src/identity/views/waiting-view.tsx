import { Actions } from '../../ui/form/actions.tsx'
import { Button, ButtonLink } from '../../ui/form/button.tsx'
import { QrCode } from '../../ui/form/qr-code.tsx'
import { useTexts } from '../../ui/frame.ts'
import { hx } from '../../ui/hx.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import type { Device, OrderView } from '../methods/method.ts'

type WaitingProps = {
  /** The method's name for people. */
  readonly title: string
  readonly device: Device
  /** Undefined when it is known who they are, but the app hasn't led the browser back yet. */
  readonly order: OrderView | undefined
}

/** Seconds after which the page comes anew where there is no script: a QR code is good for a few. */
const comesAnewAfter = 2

/** A page that waits for somebody's app. Without script it comes anew by itself, unless `stands`. */
export function WaitingView({ stands, ...waiting }: WaitingProps & { readonly stands: boolean }) {
  const { t } = useTexts()
  const heading = t('login.order.title', { method: waiting.title })
  return (
    <Page title={heading} width="text" comesAnewAfter={stands ? undefined : comesAnewAfter}>
      <PageHeading title={heading} />
      <WaitingPart {...waiting} />
      <noscript>
        <p>
          {stands ? (
            <a href="/logga-in/pagar?stilla=ja">{t('login.order.look-again')}</a>
          ) : (
            <a href="/logga-in/pagar?stilla=ja">{t('login.order.stand-still')}</a>
          )}
        </p>
      </noscript>
      <form method="post" action="/logga-in/avbryt">
        <Actions>
          <Button variant="secondary">{t('login.order.cancel')}</Button>
        </Actions>
      </form>
    </Page>
  )
}

/** What changes while the person is at it: asks for itself each second, since the QR code lives no longer. */
export function WaitingPart({ title, device, order }: WaitingProps) {
  const { t } = useTexts()
  return (
    <div
      id="pagar"
      {...hx({ get: '/logga-in/pagar', trigger: device === 'other' ? 'every 1s' : 'every 2s', swap: 'outerMorph' })}
    >
      <div role="status">
        <Prose>
          <p>{order ? t(order.message) : t('login.order.not-back', { method: title })}</p>
        </Prose>
      </div>
      {order?.qr ? (
        <>
          <Prose>
            <p>{t('login.order.scan', { method: title })}</p>
          </Prose>
          <QrCode text={order.qr} label={t('login.order.qr', { method: title })} />
        </>
      ) : null}
      {order?.launch ? (
        <Actions>
          <ButtonLink href={order.launch}>{t('login.order.open', { method: title })}</ButtonLink>
        </Actions>
      ) : null}
    </div>
  )
}
