import { unreachable } from '../../../platform/result.ts'
import type { TextKey } from '../../../platform/texts/catalogue.ts'
import { useTexts } from '../../../ui/frame.ts'
import { Panel } from '../../../ui/page/panel.tsx'
import type { CatalogueEntry } from '../../model.ts'
import type { Opening } from '../../opening/opening.ts'
import type { BlankForm } from '../../ports.ts'
import { Closed } from './closed.tsx'
import { ExternalWay } from './external-way.tsx'
import { PaperWay } from './paper-way.tsx'
import { StartForm } from './start-form.tsx'

type Kind = CatalogueEntry['definition']['kind']

const titles = {
  electronic: 'catalogue.start.title',
  'paper-form': 'catalogue.paper.title',
  external: 'catalogue.external.title',
} as const satisfies Record<Kind, TextKey>

/** The heading of the way in, also where the page links to it. */
export const wayInTitle = (kind: Kind): TextKey => titles[kind]

type WayInProps = {
  readonly entry: CatalogueEntry
  readonly opening: Opening
  readonly loggedIn: boolean
  /** The PDFs of a form on paper. */
  readonly blanks: readonly BlankForm[]
}

/** How to begin, whatever kind of service it is: the end of the start page, which stands beside it when there is room. */
export function WayIn(props: WayInProps) {
  const { t } = useTexts()
  return (
    <Panel id="starta" heading={t(wayInTitle(props.entry.definition.kind))}>
      <Way {...props} />
    </Panel>
  )
}

function Way({ entry: { shortName, definition }, opening, loggedIn, blanks }: WayInProps) {
  if (opening.kind === 'closed') return <Closed opening={opening} />
  switch (definition.kind) {
    case 'electronic':
      return <StartForm shortName={shortName} definition={definition} loggedIn={loggedIn} />
    case 'paper-form':
      return <PaperWay shortName={shortName} definition={definition} blanks={blanks} />
    case 'external':
      return <ExternalWay definition={definition} />
    default:
      return unreachable(definition)
  }
}
