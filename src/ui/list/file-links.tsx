import { useTexts } from '../frame.ts'

/** A file to read or print; `size` in bytes. */
export type FileLink = {
  /** Undefined while nothing gives it out. */
  readonly href: string | undefined
  readonly label: string
  /** "PDF". */
  readonly kind: string
  readonly size: number | undefined
}

type FileLinksProps = { readonly files: readonly FileLink[]; readonly label: string }

/** Files by their names, each with what it is and how heavy, so that nobody downloads unawares. */
export function FileLinks({ files, label }: FileLinksProps) {
  const { format } = useTexts()
  return (
    <ul class="block-links" aria-label={label}>
      {files.map(({ href, label: name, kind, size }) => (
        <li key={name}>
          {href === undefined ? (
            name
          ) : (
            <a class="ds-link" href={href}>
              {name} ({[kind, ...(size === undefined ? [] : [format.fileSize(size)])].join(', ')})
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
