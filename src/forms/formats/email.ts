const local = /^[^\s@<>()[\]"',;:\\]{1,64}$/u
const domainLabel = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u
const topDomain = /^\p{L}/u

/** An e-mail address as it is stored, or undefined when it can't be one. Lengths as RFC 5321 §4.5.3.1; whether it exists only a letter can tell. */
export function readEmail(typed: string): string | undefined {
  if (typed.length > 254) return undefined
  const [name = '', domain = '', ...more] = typed.split('@')
  const labels = domain.toLowerCase().split('.')
  const goodName = local.test(name) && name.split('.').every((word) => word !== '')
  const goodDomain = labels.length > 1 && labels.every((label) => domainLabel.test(label))
  return goodName && goodDomain && topDomain.test(labels.at(-1) ?? '') && more.length === 0
    ? `${name}@${labels.join('.')}`
    : undefined
}
