import type { Place } from '../support/installation/installation.ts'
import { asSuperuser } from '../support/installation/superuser.ts'
import { waitFor } from '../support/waiting.ts'

// Milliseconds. Work that a killed program had begun is taken over within two minutes, and a letter's attempt is dead after one and a half.
const patience = 300_000

/** Waits until the work after all submissions is done: every letter sent or known to be undeliverable, every copy made. */
export async function settle(place: Pick<Place, 'data'>): Promise<void> {
  await waitFor('all letters and copies', patience, async () => {
    const [left] = await asSuperuser<{ letters: number; copies: number }>(
      place,
      `select (select count(*) from notices.notice where state = 'waiting')::int as letters,
         (select count(*) from cases.submission s where not exists (select from documents.submission_copy d
           where d.tenant_id = s.tenant_id and d.draft_id = s.draft_id))::int as copies`,
    )
    return left?.letters === 0 && left.copies === 0 ? true : undefined
  })
}
