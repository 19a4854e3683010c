import type { ComponentChildren } from 'preact'
import { Icon } from '../icon.tsx'
import { Document } from './document.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import type { Area } from './navigation.ts'

export type PageProps = {
  readonly title: string
  /** Which part of the site the page belongs to, marked in the menu. */
  readonly area?: Area | undefined
  /** `text` 42 rem for forms and reading, `page` 72 rem, `desk` 92 rem for staff. */
  readonly width?: 'text' | 'page' | 'desk' | undefined
  readonly back?: { readonly href: string; readonly label: string } | undefined
  /** True when the page shows what must be mended: its title then begins with "Fel:". */
  readonly hasProblems?: boolean | undefined
  /** Seconds after which a page that waits for something comes anew, where there is no script to ask. */
  readonly comesAnewAfter?: number | undefined
  /** What fills the whole width before the column. */
  readonly banner?: ComponentChildren
  readonly children: ComponentChildren
}

/** A whole page: head, header, main, footer. The web server puts `<!doctype html>` before it. */
export function Page({ title, area, width = 'page', back, hasProblems, comesAnewAfter, banner, children }: PageProps) {
  return (
    <Document title={title} hasProblems={hasProblems ?? false} comesAnewAfter={comesAnewAfter}>
      <Header area={area} wide={width === 'desk'} />
      <main id="innehall" tabIndex={-1}>
        {banner}
        <div class={`column is-${width}`}>
          {back ? (
            <p class="back">
              <a href={back.href}>
                <Icon name="back" />
                {back.label}
              </a>
            </p>
          ) : null}
          {children}
        </div>
      </main>
      <Footer wide={width === 'desk'} />
    </Document>
  )
}
