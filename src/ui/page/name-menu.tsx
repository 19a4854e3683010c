import { type Reader, useFrame } from '../frame.ts'
import { Icon } from '../icon.tsx'
import { currentness, nameMenu, sessionActions } from './navigation.ts'

type NameMenuProps = { readonly reader: Exclude<Reader, { readonly kind: 'visitor' }> }

/** The button with the reader's name and the list it opens: a popover, which the browser opens, closes on Escape or a click elsewhere, and orders for the keyboard without script. */
export function NameMenu({ reader }: NameMenuProps) {
  const { texts, path } = useFrame()
  const { t } = texts
  return (
    <div class="name-menu">
      <button class="menu-link name-button" type="button" popovertarget="name-menu">
        <Icon name="person" />
        <span class="name">{reader.name ?? t('ui.menu.logged-in')}</span>
        <Icon name="chevron" />
      </button>
      <nav class="name-list" id="name-menu" popover="auto" aria-label={t('ui.frame.name-menu')}>
        <ul>
          {reader.kind === 'citizen'
            ? nameMenu.map((link) => (
                <li key={link.href}>
                  <a href={link.href} aria-current={currentness(link.href, path, false)}>
                    {t(link.text)}
                  </a>
                </li>
              ))
            : null}
          <li>
            <form method="post" action={sessionActions(reader).end}>
              <button type="submit">{t('ui.menu.log-out')}</button>
            </form>
          </li>
        </ul>
      </nav>
    </div>
  )
}
