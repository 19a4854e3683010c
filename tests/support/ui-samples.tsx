import type { VNode } from 'preact'
import { SampleCasePage } from '../../src/ui/samples/case-page.tsx'
import { SampleMyCasesPage } from '../../src/ui/samples/my-cases-page.tsx'
import {
  SampleReceiptPage,
  SampleSearchPage,
  SampleServicePage,
  SampleStatesPage,
} from '../../src/ui/samples/other-pages.tsx'
import { SampleStaffListPage } from '../../src/ui/samples/staff-list-page.tsx'
import { SampleStartPage } from '../../src/ui/samples/start-page.tsx'
import { SampleStepPage } from '../../src/ui/samples/step-page.tsx'
import { ada, hugo, type sampleFrame, unnamed } from './frame.ts'
import type { StyledPages } from './styled-pages.tsx'

type Sample = { readonly view: () => VNode; readonly frame: Parameters<typeof sampleFrame>[0] }

const samples = {
  start: { view: SampleStartPage, frame: { path: '/' } },
  step: { view: SampleStepPage, frame: { reader: ada, path: '/utkast/1/du' } },
  'my-cases': { view: SampleMyCasesPage, frame: { reader: ada, path: '/mina-sidor' } },
  case: { view: SampleCasePage, frame: { reader: unnamed, path: '/mina-sidor/arenden/2' } },
  'staff-list': { view: SampleStaffListPage, frame: { reader: hugo, path: '/handlaggning/arenden' } },
  receipt: { view: SampleReceiptPage, frame: { path: '/kvittens/1' } },
  service: { view: SampleServicePage, frame: { path: '/e-tjanster/parkeringstillstand', language: 'en' } },
  search: { view: SampleSearchPage, frame: { path: '/e-tjanster?q=fullmakt' } },
  states: { view: SampleStatesPage, frame: { reader: ada, path: '/tillstand' } },
} as const satisfies Readonly<Record<string, Sample>>

export type SampleName = keyof typeof samples
export type ThemeName = 'exempelkoping' | 'nordby'

export const sampleNames: readonly SampleName[] = [
  'start',
  'step',
  'my-cases',
  'case',
  'staff-list',
  'receipt',
  'service',
  'search',
  'states',
]

/** A sample page in the look of a municipality. */
export function samplePage(name: SampleName, theme: ThemeName): Parameters<StyledPages['html']> {
  const { view: View, frame } = samples[name]
  return [<View key={name} />, { ...frame, theme }]
}
