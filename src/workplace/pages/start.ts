import { redirect } from '../../platform/http/answer.ts'
import { page } from '../../platform/http/page.ts'

/** `/handlaggning` leads to the cases. */
export const workplacePage = page('/handlaggning', { area: 'staff', get: () => redirect('/handlaggning/arenden') })
