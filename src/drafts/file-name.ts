/** Longest name of a file that is kept, in characters: what file systems can hold. */
const longest = 200

/** A file's name as it is shown and given back: without folders and what can't be seen, never empty. Its ending survives being cut. */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const visible = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '').trim()
  if (visible === '') return 'fil'
  const letters = [...visible]
  if (letters.length <= longest) return visible
  const ending = [...(visible.match(/\.[^.]{1,10}$/)?.[0] ?? '')]
  return [...letters.slice(0, longest - ending.length), ...ending].join('')
}
