/** Whether a number of the register could exist: 10 digits of an organisation or 12 of a person, and the check digit (Luhn). */
export function isRegisterNumber(text: string): boolean {
  if (!/^(\d{2}[2-9]\d{7}|(19|20)\d{10})$/.test(text)) return false
  const sum = [...text.slice(-10)].reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + Math.floor(weighted / 10) + (weighted % 10)
  }, 0)
  return sum % 10 === 0
}
