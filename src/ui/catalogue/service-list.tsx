import type { TextKey } from '../../platform/texts/catalogue.ts'
import { useTexts } from '../frame.ts'
import { Icon, type IconName } from '../icon.tsx'
import { Heading, type HeadingLevel } from '../list/heading.tsx'

export type ServiceItem = {
  readonly href: string
  readonly title: string
  /** A sentence on what the service is for, in search results. */
  readonly text?: string | undefined
  readonly icon?: IconName | undefined
  readonly kind: 'electronic' | 'paper-form' | 'external'
  readonly login: 'required' | 'optional' | 'none'
  /** When it opens or closes, in a few words. */
  readonly opening?: string | undefined
}

type ServiceListProps = {
  readonly services: readonly ServiceItem[]
  /** `cards` side by side, `rows` below each other with their sentences. */
  readonly look?: 'cards' | 'rows' | undefined
  readonly level?: HeadingLevel | undefined
}

/** E-services to choose among; the whole card can be pressed. */
export function ServiceList({ services, look = 'cards', level = 3 }: ServiceListProps) {
  const { t } = useTexts()
  return (
    <ul class={`services is-${look}`}>
      {services.map((service) => (
        <li class="service" key={service.href}>
          {look === 'cards' ? (
            <span class="icon-tile">
              <Icon name={service.icon ?? 'file'} />
            </span>
          ) : null}
          <div class="service-what">
            <Heading level={level} class="service-title">
              <a href={service.href}>{service.title}</a>
            </Heading>
            {service.text ? <p class="service-text">{service.text}</p> : null}
            <p class="service-kind">
              {t(serviceKindText(service))}
              {service.opening ? ` · ${service.opening}` : null}
            </p>
          </div>
          <Icon name={service.kind === 'external' ? 'external' : 'arrow'} />
        </li>
      ))}
    </ul>
  )
}

/** The words that say what a service asks for before it can be used. */
export function serviceKindText({ kind, login }: Pick<ServiceItem, 'kind' | 'login'>): TextKey {
  return kind === 'electronic' ? `ui.service.login-${login}` : `ui.service.${kind}`
}
