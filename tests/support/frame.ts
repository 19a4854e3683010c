import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../src/platform/texts/catalogue.ts'
import { textsFor } from '../../src/platform/texts/texts.ts'
import type { Frame, Reader } from '../../src/ui/frame.ts'

type FrameChoices = {
  readonly reader?: Reader | undefined
  readonly language?: Language | undefined
  readonly path?: string | undefined
  readonly theme?: 'exempelkoping' | 'nordby' | undefined
  readonly assets?: Frame['assets'] | undefined
}

const session = { idleEndsAt: new Date('2026-11-06T14:02:00Z'), endsAt: new Date('2026-11-06T21:30:00Z') }

/** Readers as the header knows them. */
const visitor = { kind: 'visitor' } as const satisfies Reader
export const ada = { kind: 'citizen', name: 'Ada Exempel', session } as const satisfies Reader
export const unnamed = { kind: 'citizen', name: undefined, session } as const satisfies Reader
export const hugo = { kind: 'staff', name: 'Hugo Berg', administrates: false, session } as const satisfies Reader
export const alma = { ...hugo, name: 'Alma', administrates: true } as const satisfies Reader

const assets = { styles: 'styles.css', theme: 'theme.css', font: 'font.woff2', script: 'script.js' }

/** A frame for components under test: Exempelköping, in Swedish, seen by a visitor, unless told otherwise. */
export function sampleFrame(choices: FrameChoices = {}): Frame {
  const theme = choices.theme ?? 'exempelkoping'
  return {
    texts: textsFor(choices.language ?? 'sv', 'Europe/Stockholm'),
    path: choices.path ?? '/',
    municipality: {
      name: theme === 'nordby' ? 'Nordby' : 'Exempelköping',
      theme,
      mark: readFileSync(join(import.meta.dirname, `../../content/${theme}/mark.svg`), 'utf8'),
      contactCentre: { phone: '0900-12 34 00', hours: 'vardagar 8–17' },
    },
    reader: choices.reader ?? visitor,
    assets: choices.assets ?? assets,
  }
}
