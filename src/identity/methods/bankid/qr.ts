import { createHmac } from 'node:crypto'

/** What an order's QR codes are made of. The secret stays with us: who has it can make every code of the order. */
export type QrStart = {
  readonly qrStartToken: string
  readonly qrStartSecret: string
  /** When BankID's answer came, milliseconds since 1970: BankID counts the codes from about then. */
  readonly receivedAt: number
}

/** What the animated QR code says at a time (milliseconds since 1970); another each second. */
export function qrText({ qrStartToken, qrStartSecret, receivedAt }: QrStart, now: number): string {
  const seconds = String(Math.max(0, Math.floor((now - receivedAt) / 1000)))
  return `bankid.${qrStartToken}.${seconds}.${createHmac('sha256', qrStartSecret).update(seconds).digest('hex')}`
}
