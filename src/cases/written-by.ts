import { unreachable } from '../platform/result.ts'
import type { Texts } from '../platform/texts/texts.ts'
import type { CaseEvent } from './queries/list-history.ts'

/**
 * Who did something in a case, in the reader's words: a staff member by name for colleagues, as the municipality for citizens; who signed by what
 * they are in what they signed.
 */
export function writtenBy({ by }: Pick<CaseEvent, 'by'>, { t }: Texts): string {
  if (by.self) return t('cases.history.by-you')
  switch (by.kind) {
    case 'citizen':
    case 'visitor':
      return by.role === undefined || by.role === 'applicant'
        ? t('cases.history.by-applicant')
        : t(`signing.role.${by.role}`)
    case 'staff':
      return by.name ?? t('cases.history.by-municipality')
    case 'system':
      return t('cases.history.by-system')
    default:
      return unreachable(by.kind)
  }
}
