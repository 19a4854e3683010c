import type { ComponentChildren, HTMLAttributes } from 'preact'
import { useTexts } from '../../ui/frame.ts'
import { saveStatusId } from './save-status.tsx'
import { stepFieldsId } from './step-fields.tsx'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'auto-save': HTMLAttributes<HTMLElement> & {
        /** Address that the form inside is posted to while somebody writes. */
        readonly to: string
        /** Selectors of what the answer puts anew. */
        readonly fields: string
        readonly status: string
        /** What the status says without a connection, when the server can't be reached, when it refuses, and when it takes nothing more. */
        readonly offline: string
        readonly unreachable: string
        readonly refused: string
        readonly locked: string
      }
    }
  }
}

/** Lets the browser's script save the form inside while somebody writes; without script it does nothing. */
export function AutoSave({ to, children }: { readonly to: string; readonly children: ComponentChildren }) {
  const { t } = useTexts()
  return (
    <auto-save
      to={to}
      fields={`#${stepFieldsId}`}
      status={`#${saveStatusId}`}
      offline={t('drafts.autosave.offline')}
      unreachable={t('drafts.autosave.unreachable')}
      refused={t('drafts.autosave.refused')}
      locked={t('drafts.not-saved-sealed')}
    >
      {children}
    </auto-save>
  )
}
