import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Language } from '../../platform/texts/catalogue.ts'
import { textsFor } from '../../platform/texts/texts.ts'
import { type Frame, FrameProvider } from '../../ui/frame.ts'

/** The HTML of a part of a page, as a visitor of a municipality gets it. */
export const rendered = (children: ComponentChildren, language: Language = 'sv'): string =>
  renderToString(<FrameProvider value={frame(language)}>{children}</FrameProvider>)

const frame = (language: Language): Frame => ({
  texts: textsFor(language, 'Europe/Stockholm'),
  path: '/utkast/1/om-dig',
  municipality: {
    name: 'Exempelköping',
    theme: 'exempelkoping',
    mark: '',
    contactCentre: { phone: '0900-12 34 00', hours: 'vardagar 8–17' },
  },
  reader: { kind: 'visitor' },
  assets: { styles: '/s.css', theme: '/t.css', font: '/f.woff2', script: '/s.js' },
})
