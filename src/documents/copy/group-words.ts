import type { SummaryGroup, SummaryLine } from '../../forms/summary.ts'
import type { SummaryRows, SummaryValue } from '../../forms/summary-value.ts'
import type { Texts } from '../../platform/texts/texts.ts'

/** A step as `answered` of the house style shows it: its questions in lines, and between them, over the whole width, those answered in rows. */
export const groupWords = ({ title, lines }: SummaryGroup, texts: Texts) => ({
  title,
  parts: inParts(lines).map((part) =>
    part.rows
      ? { ...part.rows, label: part.label }
      : { kind: 'lines', lines: part.lines.map(({ label, value }) => ({ label, value: valueWords(value, texts) })) },
  ),
})

type Part =
  | { readonly lines: readonly SummaryLine[]; readonly rows?: undefined }
  | { readonly label: string; readonly rows: SummaryRows }

function inParts(lines: readonly SummaryLine[]): readonly Part[] {
  const parts: Part[] = []
  for (const line of lines) {
    const last = parts.at(-1)
    if (line.value.kind === 'rows') parts.push({ label: line.label, rows: line.value })
    else if (last && !last.rows) parts.splice(-1, 1, { lines: [...last.lines, line] })
    else parts.push({ lines: [line] })
  }
  return parts
}

/** An answer as the template shows it: sizes in words, and words for no answer at all. */
function valueWords(value: SummaryValue, { t, format }: Texts) {
  switch (value.kind) {
    case 'nothing':
      return { kind: 'nothing', text: t('documents.copy.no-answer') } as const
    case 'files':
      return {
        kind: 'files',
        files: value.files.map((file) => ({ name: file.name, size: format.fileSize(file.size) })),
      } as const
    default:
      return value
  }
}
