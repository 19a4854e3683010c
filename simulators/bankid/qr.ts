import { createHmac, timingSafeEqual } from 'node:crypto'

/** Seconds that a code may be old when it is read: it changes each second, a page without script shows it for some, and hands are slow. */
const oldest = 15

/** Seconds that the clocks may differ. */
const ahead = 2

/** What a QR code says of an order: its start token. Undefined for what is no QR code of BankID's. */
export const startTokenIn = (text: string): string | undefined => parts(text)?.token

/** Whether the code was made with the order's secret, some seconds ago at most. `age` is the order's, in seconds. */
export function isFreshQr(text: string, secret: string, age: number): boolean {
  const read = parts(text)
  if (!read) return false
  const expected = createHmac('sha256', secret).update(read.time).digest()
  const given = Buffer.from(read.code, 'hex')
  const time = Number(read.time)
  return timingSafeEqual(expected, given) && time >= age - oldest && time <= age + ahead
}

function parts(text: string): { readonly token: string; readonly time: string; readonly code: string } | undefined {
  const [, token, time, code] = /^bankid\.([0-9a-f-]{36})\.(\d{1,6})\.([0-9a-f]{64})$/.exec(text.trim()) ?? []
  return token && time && code ? { token, time, code } : undefined
}
