import type { SummaryFile, SummaryValue } from '../../forms/summary-value.ts'
import { unreachable } from '../../platform/result.ts'
import { useTexts } from '../../ui/frame.ts'

/** Where a file of the answers can be fetched; undefined where it can't. */
export type FileHref = (fileId: string) => string | undefined

type SummaryValueViewProps = { readonly value: SummaryValue; readonly fileHref: FileHref }

/** An answer in words. */
export function SummaryValueView({ value, fileHref }: SummaryValueViewProps) {
  const { t } = useTexts()
  switch (value.kind) {
    case 'nothing':
      return <>{t('cases.answers.nothing')}</>
    case 'text':
      return <>{value.text}</>
    case 'paragraphs':
      return (
        <>
          {value.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </>
      )
    case 'list':
      return (
        <ul>
          {value.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'pairs':
      return (
        <>
          {value.pairs.map((pair) => (
            <p key={pair.label}>
              {pair.label}: {pair.value}
            </p>
          ))}
          {value.note ? <p class="quiet-line">{value.note}</p> : null}
        </>
      )
    case 'files':
      return <Files files={value.files} fileHref={fileHref} />
    default:
      return unreachable(value)
  }
}

function Files({ files, fileHref }: { readonly files: readonly SummaryFile[]; readonly fileHref: FileHref }) {
  const { format } = useTexts()
  return (
    <ul class="attachments">
      {files.map((file) => {
        const href = fileHref(file.id)
        return (
          <li key={file.id}>
            {href === undefined ? <span>{file.name}</span> : <a href={href}>{file.name}</a>}{' '}
            <span class="file-size">{format.fileSize(file.size)}</span>
          </li>
        )
      })}
    </ul>
  )
}
