import { unreachable } from '../../../platform/result.ts'
import type { Texts } from '../../../platform/texts/texts.ts'
import type { Appeal } from '../../definition/start-page.ts'

/** How a decision is appealed, in the words of the rules that apply. */
export function appealText(appeal: Appeal, { t, pick }: Texts): string {
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
