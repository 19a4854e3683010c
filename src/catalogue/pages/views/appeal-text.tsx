import { unreachable } from '../../../platform/result.ts'
import { useTexts } from '../../../ui/frame.ts'
import { Written } from '../../../ui/page/written.tsx'
import type { Appeal } from '../../definition/start-page.ts'

/** How a decision is appealed, in the words of the rules that apply. */
export function AppealText({ appeal }: { readonly appeal: Appeal }) {
  return <Written text={useAppealText(appeal)} />
}

function useAppealText(appeal: Appeal): string {
  const { t, pick } = useTexts()
  switch (appeal.kind) {
    case 'administrative':
      return t('catalogue.appeal.administrative', {
        board: pick(appeal.board),
        decidedBy: pick(appeal.decidedBy),
      })
    case 'legality':
      return t('catalogue.appeal.legality')
    case 'civil':
      return t('catalogue.appeal.civil')
    case 'none':
      return t('catalogue.appeal.none')
    default:
      return unreachable(appeal)
  }
}
