import { type FilledDraft, fillService } from '../support/client/application.ts'
import { aCitizen, aVisitor } from '../support/client/people.ts'
import type { Place } from '../support/installation/installation.ts'

/** Fills a fresh set of drafts that nobody signs: of both municipalities, with login and without, with attachments and without. */
export type FillDrafts = () => Promise<readonly FilledDraft[]>

/** Logs the senders in, once. */
export async function drafters({ origin, nordby }: Place): Promise<FillDrafts> {
  const ada = await aCitizen(origin, 'ada')
  const bo = await aCitizen(origin, 'bo')
  const cecilia = await aCitizen(nordby, 'cecilia')
  return async () =>
    await Promise.all([
      fillService(ada, 'synpunkt'),
      fillService(ada, 'synpunkt'),
      fillService(bo, 'synpunkt'),
      fillService(bo, 'synpunkt'),
      fillService(cecilia, 'snorojning'),
      fillService(cecilia, 'synpunkt'),
      fillService(aVisitor(origin), 'felanmalan'),
      fillService(aVisitor(origin), 'felanmalan'),
      fillService(aVisitor(origin), 'synpunkt'),
      fillService(aVisitor(nordby), 'synpunkt'),
    ])
}
