import type { DraftPorts } from '../drafts/public.ts'
import type { ReadLetterhead } from './letterhead.ts'

/** What the documents' pages need from elsewhere; wired in `composition.ts`. */
export type PaperPorts = Pick<DraftPorts, 'readFacts' | 'afterSessionEnd'> & { readonly readLetterhead: ReadLetterhead }
