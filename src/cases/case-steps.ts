import { type Service, type Status, statusOfKind } from '../catalogue/public.ts'
import type { Texts } from '../platform/texts/texts.ts'
import type { CaseEvent } from './queries/list-history.ts'

/** A step on a case's way: done at an instant, or what comes next. */
export type CaseStep = {
  readonly title: string
  readonly when?: Date
  readonly text?: string
  readonly next?: boolean
}

type Way = {
  readonly service: Service
  readonly status: Status
  readonly events: readonly CaseEvent[]
  readonly texts: Texts
}

/** "Var är ditt ärende?": the statuses that the case has had, what the present one means, and the one that usually follows. */
export function caseSteps({ service, status, events, texts }: Way): readonly CaseStep[] {
  const { definition } = service
  const passed = events.flatMap((event): readonly CaseStep[] => {
    const reached = statusReached(event, service)
    return reached ? [{ title: texts.pick(reached.name), when: event.at }] : []
  })
  const present = passed.map((step, index) =>
    index === passed.length - 1 ? { ...step, text: texts.pick(status.meaning) } : step,
  )
  const following = nextStatus(service, status)
  if (!following) return present
  const takesTime = following.kind === 'decided' || following.kind === 'closed'
  const isHandled = status.kind !== 'decided'
  return [
    ...present,
    {
      title: texts.pick(following.name),
      next: true,
      ...(takesTime && isHandled ? { text: texts.pick(definition.handlingTime) } : {}),
    },
  ]
}

/** The status that a line of history brought, if it brought one. */
function statusReached({ type, data }: CaseEvent, { definition }: Service): Status | undefined {
  if (type === 'case.received') return statusOfKind(definition, 'received')
  return definition.statuses.find(({ id }) => id === data.status)
}

/** The status that usually follows: in a case that waits the one when it has got what it waited for, else the next in the service's own order. */
function nextStatus({ definition }: Service, status: Status): Status | undefined {
  switch (status.kind) {
    case 'closed':
    case 'withdrawn':
      return undefined
    case 'waiting-for-citizen':
      return statusOfKind(definition, 'supplemented')
    default: {
      const later = definition.statuses.slice(definition.statuses.findIndex(({ id }) => id === status.id) + 1)
      return later.find(({ kind }) => kind === 'in-progress' || kind === 'decided' || kind === 'closed')
    }
  }
}
