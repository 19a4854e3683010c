import type { HTMLAttributes } from 'preact'
import { Button } from '../form/button.tsx'
import { type SessionTimes, useFrame } from '../frame.ts'
import { sessionActions } from './navigation.ts'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'session-clock': HTMLAttributes<HTMLElement> & {
        /** Instants in ISO 8601. */
        readonly 'idle-ends-at': string
        readonly 'ends-at': string
      }
    }
  }
}

/**
 * Until when the reader stays logged in, said from the start (WCAG 2.2.6), with the button that extends it (2.2.1) where anything does: at its
 * longest a session ends whatever is done. The browser's script opens the dialog before time is up; without script the line and its button do.
 */
export function SessionClock({ session }: { readonly session: SessionTimes }) {
  const { texts, path, reader } = useFrame()
  const { t, format } = texts
  const actions = sessionActions(reader)
  const idle = session.idleEndsAt < session.endsAt
  const time = format.time(idle ? session.idleEndsAt : session.endsAt)
  return (
    <session-clock
      class="session"
      idle-ends-at={session.idleEndsAt.toISOString()}
      ends-at={session.endsAt.toISOString()}
    >
      <p>{t(idle ? 'ui.session.idle' : 'ui.session.ends', { time })}</p>
      {idle ? <ExtendForm action={actions.extend} path={path} variant="tertiary" /> : null}
      <dialog class="ds-dialog session-dialog" aria-labelledby="session-heading">
        <h2 id="session-heading">{t('ui.session.warning')}</h2>
        <p>{idle ? t('ui.session.warning-text') : t('ui.session.warning-ends', { time })}</p>
        <div class="actions">
          {idle ? (
            <ExtendForm action={actions.extend} path={path} variant="primary" />
          ) : (
            <form method="dialog">
              <Button>{t('ui.session.close')}</Button>
            </form>
          )}
          <form method="post" action={actions.end}>
            <Button variant="tertiary">{t('ui.menu.log-out')}</Button>
          </form>
        </div>
      </dialog>
    </session-clock>
  )
}

type ExtendFormProps = { readonly action: string; readonly path: string; readonly variant: 'primary' | 'tertiary' }

function ExtendForm({ action, path, variant }: ExtendFormProps) {
  const { t } = useFrame().texts
  return (
    <form method="post" action={action}>
      <input type="hidden" name="till" value={path} />
      <Button variant={variant}>{t('ui.session.extend')}</Button>
    </form>
  )
}
