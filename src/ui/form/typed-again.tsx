import type { ComponentChildren } from 'preact'
import { Notice } from '../list/notice.tsx'

/**
 * Says above a form that what its reader had typed is back in its fields, and that nothing of it has been done yet (requirement A1.3). The script
 * takes the page for one with something unsaved.
 */
export function TypedAgain({ children }: { readonly children: ComponentChildren }) {
  return (
    <div data-typed-again="">
      <Notice tone="info" announce>
        <p>{children}</p>
      </Notice>
    </div>
  )
}
