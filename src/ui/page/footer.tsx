import { useFrame } from '../frame.ts'
import { Icon } from '../icon.tsx'
import { inOtherLanguage } from './navigation.ts'
import { SessionClock } from './session-clock.tsx'

/** Where help is, in the same place on every page (WCAG 3.2.6), the other language, and when the reader is logged out. */
export function Footer({ wide }: { readonly wide: boolean }) {
  const { texts, municipality, path, reader } = useFrame()
  const { t, language } = texts
  const { phone, hours } = municipality.contactCentre
  const other =
    language === 'sv' ? ({ code: 'en', name: 'English' } as const) : ({ code: 'sv', name: 'Svenska' } as const)
  return (
    <footer class="footer">
      <div class={wide ? 'footer-row is-desk' : 'footer-row'}>
        <p class="contact">
          <strong>{t('ui.contact.name')}</strong> <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
          <span class="contact-hours">, {hours}</span>
        </p>
        <nav aria-label={t('ui.footer.help')}>
          <ul class="footer-links">
            <li>
              <a href="/hjalp/fragor-och-svar">{t('ui.footer.questions')}</a>
            </li>
            <li>
              <a href="/hjalp/tillganglighet">{t('ui.footer.accessibility')}</a>
            </li>
            <li>
              <a href={inOtherLanguage(path, other.code)} lang={other.code} hreflang={other.code}>
                <Icon name="globe" />
                {other.name}
              </a>
            </li>
          </ul>
        </nav>
        {reader.kind === 'visitor' ? null : <SessionClock session={reader.session} />}
      </div>
    </footer>
  )
}
