/** Whether the last of these digits is the check digit of the others: mod 10 with the weights 2, 1, 2 … from the right (Luhn). */
export function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reduceRight((total, digit, index) => {
    const weighed = Number(digit) * ((digits.length - index) % 2 === 0 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return sum % 10 === 0
}
