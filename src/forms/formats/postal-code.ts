/** A Swedish postal code written as the post wants it (`900 01`), or undefined when it isn't one. */
export function readPostalCode(typed: string): string | undefined {
  const digits = typed.replace(/[\s-]/g, '').replace(/^SE/i, '')
  return /^[1-9]\d{4}$/.test(digits) ? `${digits.slice(0, 3)} ${digits.slice(3)}` : undefined
}
