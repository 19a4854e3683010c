import { ServiceList } from '../../../ui/catalogue/service-list.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { type ListedService, servicePath } from '../../model.ts'
import { openingInShort } from '../../opening/opening-text.ts'

type ServicesProps = {
  readonly services: readonly ListedService[]
  /** The level of the services' headings. */
  readonly level: 2 | 3
}

/** Services below each other, each with its sentence and what it asks for. */
export function Services({ services, level }: ServicesProps) {
  const texts = useTexts()
  const { pick } = texts
  return (
    <ServiceList
      look="rows"
      level={level}
      services={services.map(({ shortName, title, summary, icon, kind, login, opening }) => ({
        href: servicePath(shortName),
        title: pick(title),
        text: pick(summary),
        icon,
        kind,
        login,
        opening: openingInShort(opening, texts),
      }))}
    />
  )
}
