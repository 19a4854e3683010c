import { useTexts } from '../frame.ts'
import { Icon } from '../icon.tsx'
import { Button, type ButtonAction } from './button.tsx'
import { type FieldProps, QuestionFrame, wiring } from './question-frame.tsx'

/** A file that lies in the form already. */
export type ChosenFile = {
  readonly name: string
  /** Size in bytes. */
  readonly size: number
  /** Own address where the file can be read. */
  readonly href?: string | undefined
  /** Own address of the picture made small; undefined for what can't be shown. */
  readonly picture?: string | undefined
  /** The button that takes the file away; absent when it can't be. */
  readonly removal?: ButtonAction | undefined
}

export type FileFieldProps = FieldProps & {
  readonly files: readonly ChosenFile[]
  /** The button "Ladda upp". */
  readonly upload: ButtonAction
  /** What the browser offers to choose, `.pdf,image/jpeg`; the server decides by content. */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
  /** How the page's script sends files that a cut line doesn't undo: where to, and for which question. */
  readonly pieces?: { readonly to: string; readonly question: string } | undefined
  /** True when no more files fit: the box to choose with is left out. */
  readonly full?: boolean | undefined
}

/** A question that is answered with files. Its form posts as `multipart/form-data`. */
export function FileField(props: FileFieldProps) {
  const { t, format } = useTexts()
  const { name, id = name, files, upload, accept, multiple, pieces, full, label } = props
  return (
    <QuestionFrame {...props} id={id} group>
      {files.length > 0 ? (
        <ul class="files" aria-label={t('ui.files.chosen')}>
          {files.map((file) => (
            <li class="file" key={file.removal?.value ?? file.name}>
              {file.picture ? (
                <img class="file-picture" src={file.picture} alt="" loading="lazy" />
              ) : (
                <Icon name="file" />
              )}
              <span class="file-name">
                {file.href ? (
                  <a class="ds-link" href={file.href}>
                    {file.name}
                  </a>
                ) : (
                  file.name
                )}{' '}
                <span class="file-size">{format.fileSize(file.size)}</span>
              </span>
              {file.removal ? (
                <Button variant="tertiary" {...file.removal} label={t('ui.files.remove-named', { name: file.name })}>
                  {t('ui.files.remove')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {full ? null : (
        <div
          class="file-drop"
          {...(pieces && {
            'data-upload': pieces.to,
            'data-question': pieces.question,
            'data-uploading': t('ui.files.uploading'),
            'data-waiting': t('ui.files.waiting'),
          })}
        >
          <input
            class="file-input"
            type="file"
            name={name}
            accept={accept}
            multiple={multiple}
            aria-label={label}
            {...wiring(id, props)}
          />
          <Button variant="secondary" icon="upload" {...upload}>
            {t('ui.files.upload')}
          </Button>
        </div>
      )}
    </QuestionFrame>
  )
}
