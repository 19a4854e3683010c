import { type Service, type Status, statusOfKind } from '../catalogue/public.ts'
import type { Texts } from '../platform/texts/texts.ts'
import type { CaseEvent } from './queries/list-history.ts'

/** A line of history in words: what happened, and what it means or says. */
export type EventWords = { readonly title: string; readonly text: string | undefined }

type Told = Pick<CaseEvent, 'type' | 'data'> & { readonly by: Pick<CaseEvent['by'], 'kind'> }

/** Says what happened in a case, for its history, its latest event and its timeline. */
export function describeEvent(event: Told, service: Service, texts: Texts): EventWords {
  const { t, pick, format } = texts
  const { data } = event
  const status = (): Status | undefined => service.definition.statuses.find(({ id }) => id === data.status)
  const only = (title: string): EventWords => ({ title, text: undefined })
  const newStatus = (now: Status | undefined): string | undefined =>
    now && t('cases.history.status', { status: pick(now.name) })
  const unsigned = data.unsigned && t('cases.history.unsigned')
  switch (event.type) {
    case 'case.received':
      return {
        title: t('cases.history.received'),
        text: lines(unsigned, newStatus(statusOfKind(service.definition, 'received'))),
      }
    case 'case.signed':
      return only(t('cases.history.signed'))
    case 'case.taken':
      return only(t('cases.history.taken', { name: data.name ?? '' }))
    case 'case.assigned':
      return only(data.to ? t('cases.history.assigned', { name: data.name ?? '' }) : t('cases.history.unassigned'))
    case 'case.status-changed': {
      const now = status()
      return now
        ? { title: t('cases.history.status', { status: pick(now.name) }), text: pick(now.meaning) }
        : only(t('cases.history.other'))
    }
    case 'case.supplement-requested': {
      const until = data.until && t('cases.history.requested-until', { day: format.date(data.until) })
      return { title: t('cases.history.requested'), text: lines(newStatus(status()), until, data.text) }
    }
    case 'case.supplemented':
      return {
        title: t(data.sequence === undefined ? 'cases.history.supplemented-message' : 'cases.history.supplemented'),
        text: lines(unsigned, newStatus(status())),
      }
    case 'case.read':
      return only(t('cases.history.read'))
    case 'message.sent':
      return only(t(event.by.kind === 'staff' ? 'cases.history.message-from' : 'cases.history.message-to'))
    default:
      return only(t('cases.history.other'))
  }
}

/** Lines of text, those that there are. */
const lines = (...all: readonly (string | undefined)[]): string | undefined =>
  all.filter(Boolean).join('\n') || undefined
