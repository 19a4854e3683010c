import type { TextKey } from '../../platform/texts/catalogue.ts'
import { Actions } from '../../ui/form/actions.tsx'
import { Button, ButtonLink } from '../../ui/form/button.tsx'
import { QrCode } from '../../ui/form/qr-code.tsx'
import { useTexts } from '../../ui/frame.ts'
import { hx } from '../../ui/hx.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import type { Device, OrderView } from '../methods/method.ts'
import { cancelPath, waitingPath } from '../paths.ts'
import type { Purpose } from '../tables.ts'

type WaitingProps = {
  /** The method's name for people. */
  readonly title: string
  readonly device: Device
  /** Undefined when it is known who they are, but the app hasn't led the browser back yet. */
  readonly order: OrderView | undefined
}

/** Seconds after which the page comes anew where there is no script: a QR code is good for a few. */
const comesAnewAfter = 2

type WaitingPageProps = WaitingProps & {
  readonly purpose: Purpose
  /** Path that takes a form with the other device. */
  readonly placesAt: string
  readonly stands: boolean
}

const headings = {
  login: 'login.order.title',
  again: 'login.order.title',
  test: 'login.order.test-title',
  sign: 'login.order.sign-title',
} as const satisfies Readonly<Record<Purpose, TextKey>>

/**
 * A page that waits for somebody's app. Without script it comes anew by itself, unless `stands`. Who can't read a QR code goes on from here on this
 * device, and whose app isn't here goes on to the QR code.
 */
export function WaitingView({ purpose, placesAt, stands, ...waiting }: WaitingPageProps) {
  const { t } = useTexts()
  const heading = t(headings[purpose], { method: waiting.title })
  return (
    <Page title={heading} width="text" comesAnewAfter={stands ? undefined : comesAnewAfter}>
      <PageHeading title={heading} />
      <WaitingPart {...waiting} />
      <noscript>
        <p>
          {stands ? (
            <a href={`${waitingPath}?stilla=ja`}>{t('login.order.look-again')}</a>
          ) : (
            <>
              {t('login.order.updates')} <a href={`${waitingPath}?stilla=ja`}>{t('login.order.stand-still')}</a>
            </>
          )}
        </p>
      </noscript>
      <form method="post" action={cancelPath}>
        {purpose === 'test' ? <input type="hidden" name="prov" value="ja" /> : null}
        <Actions>
          {waiting.device === 'other' ? (
            <Button variant="secondary" name="enhet" value="denna" formaction={placesAt}>
              {t('login.order.this-device', { method: waiting.title })}
            </Button>
          ) : (
            <Button variant="secondary" name="enhet" value="annan" formaction={placesAt}>
              {t('login.order.other-device', { method: waiting.title })}
            </Button>
          )}
          <Button variant="secondary">{t('login.order.cancel')}</Button>
        </Actions>
      </form>
    </Page>
  )
}

/** What changes while the person is at it: asks for itself, each second while there is a QR code, which lives no longer. */
export function WaitingPart({ title, device, order }: WaitingProps) {
  const { t } = useTexts()
  return (
    <div
      id="pagar"
      {...hx({ get: waitingPath, trigger: device === 'other' ? 'every 1s' : 'every 2s', swap: 'outerMorph' })}
    >
      <Prose>
        <p role="status">{order ? t(order.message) : t('login.order.not-back')}</p>
        {order?.qr ? <p>{t('login.order.scan', { method: title })}</p> : null}
        {order?.launch ? <p>{t('login.order.opens', { method: title })}</p> : null}
        {order ? <p>{t('login.order.limit')}</p> : null}
      </Prose>
      {order?.qr ? <QrCode text={order.qr} label={t('login.order.qr', { method: title })} /> : null}
      {order?.launch ? (
        <Actions>
          <ButtonLink href={order.launch}>{t('login.order.open', { method: title })}</ButtonLink>
        </Actions>
      ) : null}
    </div>
  )
}
