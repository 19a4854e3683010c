import type { ServerResponse } from 'node:http'
import { sendPage } from '../http/answer.ts'
import { readForm } from '../http/body.ts'
import type { Route } from '../http/exchange.ts'
import { messagePage } from '../pages/message-page.tsx'
import type { Order } from './order.ts'
import type { Orders } from './orders.ts'
import { appPage, scannerPage } from './pages.tsx'
import { holders } from './persons.ts'

/** The app on a phone or computer, as pages: `/bankid` scans, `/bankid/app` is what a link with an autostart token opens. */
export function bankIdApp(orders: Orders): Route[] {
  /** The app is opened by a link, and reloaded: both times the page shows the order. */
  const findOrOpen = (token: string) => orders.findOpened(token) ?? orders.openByToken(token)

  return [
    {
      method: 'GET',
      path: '/bankid',
      handle: ({ response }) => sendPage(response, scannerPage(orders.listWaiting())),
    },
    {
      method: 'POST',
      path: '/bankid/skanna',
      async handle({ request, response }) {
        const order = orders.scan((await readForm(request)).get('order') ?? '')
        if (!order) return sendPage(response, scannerPage(orders.listWaiting(), 'QR-koden gäller inte längre.'), 400)
        showInApp(response, order)
      },
    },
    {
      method: 'POST',
      path: '/bankid/qr',
      async handle({ request, response }) {
        const order = orders.openByQr((await readForm(request)).get('qr') ?? '')
        if (!order) {
          const problem = 'Texten är inte en QR-kod från BankID, eller så är den för gammal.'
          return sendPage(response, scannerPage(orders.listWaiting(), problem), 400)
        }
        showInApp(response, order)
      },
    },
    {
      method: 'GET',
      path: '/bankid/app',
      handle({ response, url }) {
        const order = findOrOpen(url.searchParams.get('autostarttoken') ?? '')
        if (!order) return sendPage(response, orderIsOver, 400)
        sendPage(response, appPage(order, { redirect: url.searchParams.get('redirect') ?? undefined }))
      },
    },
    {
      method: 'POST',
      path: '/bankid/app',
      async handle({ request, response }) {
        const form = await readForm(request)
        const token = form.get('autostarttoken') ?? ''
        const opened = orders.findOpened(token)
        if (!opened) return sendPage(response, orderIsOver, 400)
        const holder = holders.find(({ id }) => id === form.get('person'))
        const redirect = form.get('redirect') ?? undefined
        const isCancelled = form.get('svar') === 'avbryt'
        if (!isCancelled && !holder) {
          return sendPage(response, appPage(opened, { redirect, problem: 'Välj en testperson.' }), 400)
        }
        orders.answer(token, isCancelled ? undefined : holder)
        leave(response, opened, redirect)
      },
    },
  ]
}

const orderIsOver = messagePage('Begäran gäller inte längre', 'Gå tillbaka till webbplatsen och börja om.')

/** A POST leads on, so that reloading the page sends nothing again. */
function showInApp(response: ServerResponse, { autoStartToken }: Order): void {
  response.writeHead(303, { location: `/bankid/app?autostarttoken=${autoStartToken}` }).end()
}

/** The app goes back to the browser that opened it. The order's own address wins over the link's, as BankID has it. */
function leave(response: ServerResponse, order: Order, redirect: string | undefined): void {
  const address = order.returnUrl ?? (redirect?.startsWith('http') ? redirect : undefined)
  if (order.opened?.by === 'token' && address) {
    response.writeHead(303, { location: address }).end()
    return
  }
  const asked = order.toSign ? 'skriva under' : 'legitimera dig'
  sendPage(response, messagePage('Klart', `Gå tillbaka till webbplatsen som bad dig ${asked}.`))
}
