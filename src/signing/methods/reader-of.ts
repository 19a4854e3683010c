import type { MethodSettings } from '../../tenants/public.ts'
import { hubReader } from '../evidence/authentication/binding.ts'
import { bankIdReader, plainReader, type Reader } from '../evidence/text.ts'
import { longestText } from './freja/request.ts'

/** Where the text is read that is signed by a method. */
export function readerOf({ kind }: Pick<MethodSettings, 'kind'>): Reader {
  switch (kind) {
    case 'bankid':
      return bankIdReader
    case 'freja':
      return plainReader(longestText)
    case 'oidc':
    case 'saml':
      return hubReader
  }
}
