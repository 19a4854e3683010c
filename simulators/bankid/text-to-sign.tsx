import type { VNode } from 'preact'

type TextToSignProps = { readonly text: string; readonly format: 'simpleMarkdownV1' | undefined }

/** What a person signs, in a frame that scrolls: as it is, or with headings, lists, lines and bold type where it is simple Markdown. */
export function TextToSign({ text, format }: TextToSignProps): VNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it, who has only a keyboard can't scroll
    <section class="document" aria-label="Text att skriva under" tabIndex={0}>
      {format ? text.split(/\r\n?|\n/).map((line) => <Line line={line} />) : <p class="text">{text}</p>}
    </section>
  )
}

/** Each line is a block of its own. Tables, which BankID's app shows as well, are shown as they are written. */
function Line({ line }: { readonly line: string }): VNode | null {
  if (line.trim() === '') return null
  if (/^-{3,}$/.test(line)) return <hr />
  const [, level, title] = /^(#{1,3}) (.*)$/.exec(line) ?? []
  if (level !== undefined && title !== undefined) {
    return level.length === 1 ? <h2>{inBold(title)}</h2> : <h3>{inBold(title)}</h3>
  }
  if (line.startsWith('+ ')) return <p class="item">{inBold(line.slice(2))}</p>
  return <p>{inBold(line)}</p>
}

const inBold = (text: string) =>
  text.split(/(\*[^*]+\*)/).map((part) => (/^\*[^*]+\*$/.test(part) ? <b>{part.slice(1, -1)}</b> : part))
