import { expect, test } from 'vitest'
import { aPerson } from '../../people/testing/a-person.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { keepInterruptedPost, takeInterruptedPost } from './interrupted-post.ts'

const database = await testDatabase()

test("what somebody sent too late is kept for them alone, once, and can't be read in the database", async () => {
  const ctx = database.context()
  const ada = await aPerson(database, '199001012385')
  const bo = await aPerson(database, '198001139297')
  const post = { draft: 'd', step: 's', form: { 'q.x': 'canary-5f1d' } }
  const id = await keepInterruptedPost(ctx, ada.id, post)
  const [row] = await database.query<{ text: string }>(
    `select encode(sealed, 'escape') as text from identity.interrupted_post`,
  )
  expect(row?.text).not.toContain('canary-5f1d')
  expect(await takeInterruptedPost(ctx, bo, id)).toBeUndefined()
  expect(await takeInterruptedPost(ctx, ada, id)).toEqual(post)
  expect(await takeInterruptedPost(ctx, ada, id)).toBeUndefined()
})
