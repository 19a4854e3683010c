/** A time of day as `HH:MM`, or undefined when it isn't one; `14.30`, `14:30`, `1430`, `kl. 14.30` and `14` are taken. */
export function readTimeOfDay(typed: string): string | undefined {
  const written = /^(?:kl\.? ?)?(\d{1,2})(?:[.: ]?(\d{2}))?$/i.exec(typed.trim())
  if (!written) return undefined
  const [, hour = '', minute = '00'] = written
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined
}
