import { randomUUID } from 'node:crypto'
import { type Citizen, system } from '../../platform/actor.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { TestDatabase } from '../../platform/testing/database.ts'
import { recognisePerson } from '../commands/recognise-person.ts'
import type { Identification } from '../identification.ts'

/** Somebody who has identified themselves with a Swedish number, logged in; with facts of the login unless told. */
export async function aPerson(
  database: TestDatabase,
  number: string,
  given: Partial<Identification> & { readonly tenant?: string } = {},
): Promise<Citizen> {
  const { tenant, ...identification } = given
  const ctx = database.context({ actor: system, ...(tenant && { tenant }) })
  const { id, protectedIdentity } = await inTransaction(
    ctx,
    async (tx) =>
      await recognisePerson(ctx, tx, {
        scheme: 'swedish-number',
        number,
        certain: true,
        facts: {
          from: 'login',
          givenName: 'Test',
          surname: 'Person',
          address: undefined,
          birthDate: undefined,
          municipalityCode: undefined,
        },
        ...identification,
      }),
  )
  return { kind: 'citizen', id, sessionId: randomUUID(), protectedIdentity }
}
