const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** An element around a text, which is escaped; left out when there is none, as the register leaves out what it doesn't know. */
export const textElement = (name: string, text: string | undefined): string =>
  text === undefined
    ? ''
    : element(
        name,
        text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign),
      )

/** An element around others; left out when they are. */
export const group = (name: string, ...inner: readonly string[]): string => {
  const content = inner.join('')
  return content === '' ? '' : element(name, content)
}

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`
