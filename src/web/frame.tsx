import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Services } from '../composition.ts'
import { type Frame, FrameProvider, type Reader } from '../ui/frame.ts'
import { liveSession, type OpenRequest } from './request.ts'

/** Renders a view in the frame of its request: the municipality's look, the reader's name and language. */
export function renderIn({ assets }: Services, { ctx, tenant, facts, session }: OpenRequest): (body: VNode) => string {
  const frame: Frame = {
    texts: ctx.texts,
    path: facts.path,
    municipality: {
      name: tenant.name,
      theme: tenant.theme,
      mark: assets.marks[tenant.theme] ?? '',
      contactCentre: { phone: tenant.contactCentre.phone, hours: ctx.texts.pick(tenant.contactCentre.hours) },
    },
    reader: readerOf(session),
    assets: {
      styles: `/assets/${assets.styles}`,
      theme: `/assets/${assets.themes[tenant.theme] ?? ''}`,
      font: `/assets/${assets.fonts.latin}`,
      script: `/assets/${assets.script}`,
    },
  }
  return (body) => renderToString(<FrameProvider value={frame}>{body}</FrameProvider>)
}

function readerOf(state: OpenRequest['session']): Reader {
  const session = liveSession(state)
  if (!session) return { kind: 'visitor' }
  const times = { session: { idleEndsAt: session.idleEndsAt, endsAt: session.endsAt } }
  const { actor } = session
  return actor.kind === 'staff'
    ? { kind: 'staff', name: actor.name, administrates: actor.rights.includes('administrate'), ...times }
    : { kind: 'citizen', name: session.name, ...times }
}
