import type { Service } from '../../catalogue/public.ts'
import { Timeline } from '../../ui/case/timeline.tsx'
import { useTexts } from '../../ui/frame.ts'
import { describeEvent } from '../describe-event.ts'
import type { CaseEvent } from '../queries/list-history.ts'
import { writtenBy } from '../written-by.ts'

type HistoryViewProps = { readonly events: readonly CaseEvent[]; readonly service: Service }

/** Everything that has happened in a case, the latest first, and who did it. */
export function HistoryView({ events, service }: HistoryViewProps) {
  const texts = useTexts()
  return (
    <Timeline
      entries={events.toReversed().map((event) => {
        const { title, text } = describeEvent(event, service, texts)
        return {
          title,
          when: event.at,
          text: (
            <>
              <p class="quiet-line">{writtenBy(event, texts)}</p>
              {text ? <p class="kept-lines">{text}</p> : null}
            </>
          ),
        }
      })}
    />
  )
}
