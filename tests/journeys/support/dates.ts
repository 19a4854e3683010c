/** The day so many days from now, as it is typed: day, month and year in the municipality's time. */
export function dayFromNow(days: number): readonly [string, string, string] {
  const day = new Date(Date.now() + days * 24 * 3600 * 1000)
  const [year = '', month = '', date = ''] = day
    .toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' })
    .split('-')
  return [date, month, year]
}
