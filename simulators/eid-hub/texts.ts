/** How many texts are remembered; a login takes minutes. */
const most = 1_000

/** The texts that people are asked to sign, each by the nonce of its login. A restart forgets them. */
export function createTexts() {
  const texts = new Map<string, string>()
  return {
    keep(nonce: string, text: string): void {
      const [oldest] = texts.keys()
      if (texts.size >= most && oldest !== undefined) texts.delete(oldest)
      texts.set(nonce, text)
    },
    find: (nonce: string): string | undefined => texts.get(nonce),
  }
}
