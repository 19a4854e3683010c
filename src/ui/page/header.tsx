import { type Reader, useFrame } from '../frame.ts'
import { MarkSvg } from './mark.tsx'
import { NameMenu } from './name-menu.tsx'
import {
  type Area,
  administratorMenu,
  citizenMenu,
  currentness,
  loginAddress,
  type MenuLink,
  publicMenu,
  staffMenu,
} from './navigation.ts'

type HeaderProps = { readonly area: Area | undefined; readonly wide: boolean }

/** Skip link, the municipality's mark and name, the menu, and the way to log in or the reader's own menu. */
export function Header({ area, wide }: HeaderProps) {
  const { texts, municipality, path, reader } = useFrame()
  const { t } = texts
  const menu = menuOf(reader)
  const home = reader.kind === 'staff' ? '/handlaggning/arenden' : '/'
  return (
    <>
      <a class="ds-skip-link skip" href="#innehall">
        {t('ui.frame.skip')}
      </a>
      <header class="header">
        <div class={wide ? 'header-row is-desk' : 'header-row'}>
          <a class="brand" href={home}>
            <MarkSvg svg={municipality.mark} />
            <span>
              <span class="brand-name">{municipality.name}</span>
              <span class="brand-what">{t('ui.frame.self-service')}</span>
            </span>
          </a>
          <nav class="menu" aria-label={t('ui.frame.menu')}>
            <ul>
              {menu.map((link) => (
                <li key={link.href}>
                  <a class="menu-link" href={link.href} aria-current={currentness(link.href, path, link.area === area)}>
                    {t(link.text)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {reader.kind === 'visitor' ? (
            <a class="ds-button log-in" data-variant="secondary" href={loginAddress(path)}>
              {t('ui.menu.log-in')}
            </a>
          ) : (
            <NameMenu reader={reader} />
          )}
        </div>
      </header>
    </>
  )
}

function menuOf(reader: Reader): readonly MenuLink[] {
  if (reader.kind === 'staff') return reader.administrates ? administratorMenu : staffMenu
  return reader.kind === 'citizen' ? citizenMenu : publicMenu
}
