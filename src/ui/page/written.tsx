import { Prose } from './prose.tsx'

/**
 * A longer text as it was written: an empty line begins a new paragraph; lines that all begin with "- " are a list, and lines
 * that all begin with a number and a full stop are steps.
 */
export function Written({ text }: { readonly text: string }) {
  return (
    <Prose>
      {text.split(/\n\s*\n/).map((block) => (
        <Block key={block} lines={block.split('\n')} />
      ))}
    </Prose>
  )
}

const bullet = /^- /
const step = /^\d+\. /

function Block({ lines }: { readonly lines: readonly string[] }) {
  const items = (mark: RegExp) => lines.map((line) => <li key={line}>{line.replace(mark, '')}</li>)
  if (lines.every((line) => bullet.test(line))) return <ul>{items(bullet)}</ul>
  if (lines.every((line) => step.test(line))) return <ol>{items(step)}</ol>
  return <p>{lines.join(' ')}</p>
}
