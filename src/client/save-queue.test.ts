import { expect, test } from 'vitest'
import { type Sent, saveQueue } from './save-queue.ts'

/** A page with one field and a revision, and a server that answers when told to. */
function aPage() {
  const page = { typed: '', revision: 0, told: [] as string[], ahead: [] as boolean[] }
  const posts: { readonly form: string; readonly answer: (sent: Sent) => void }[] = []
  const queue = saveQueue({
    collect: () => `${page.typed}@${page.revision}`,
    typedOf: (form) => form.split('@')[0] ?? '',
    send: async (form) => await new Promise<Sent>((answer) => posts.push({ form, answer })),
    put: async (answer, isAhead) => {
      page.revision = Number(answer)
      page.ahead.push(isAhead)
    },
    tell: (state) => page.told.push(state),
  })
  return { page, posts, queue }
}

const settled = async () => await new Promise((resolve) => setImmediate(resolve))

test('nothing is sent when nothing has been typed', async () => {
  const { posts, queue } = aPage()
  await queue.save()
  expect(posts).toEqual([])
})

test('what is typed while a post is under way is sent after it, with the revision that it brought', async () => {
  const { page, posts, queue } = aPage()
  page.typed = 'a'
  const saving = queue.save()
  page.typed = 'ab'
  void queue.save()
  await settled()
  expect(posts.map(({ form }) => form)).toEqual(['a@0'])
  posts[0]?.answer({ kind: 'saved', answer: '1' })
  await settled()
  expect(posts.map(({ form }) => form)).toEqual(['a@0', 'ab@1'])
  posts[1]?.answer({ kind: 'saved', answer: '2' })
  await saving
  expect(queue.isOpen()).toBe(false)
  expect(page.ahead).toEqual([true, false])
})

test('a form of which all is saved is sent when asked to, so that one knows whether the server can be reached', async () => {
  const { page, posts, queue } = aPage()
  const saving = queue.save('always')
  posts[0]?.answer({ kind: 'unreachable' })
  await saving
  expect(queue.isOpen()).toBe(true)
  const again = queue.save('always')
  posts[1]?.answer({ kind: 'saved', answer: '1' })
  await again
  expect(posts.map(({ form }) => form)).toEqual(['@0', '@0'])
  expect(page.told).toEqual(['unreachable'])
  expect(queue.isOpen()).toBe(false)
})

test('a post without an answer is sent again as it was, before anything newer', async () => {
  const { page, posts, queue } = aPage()
  page.typed = 'a'
  const first = queue.save()
  posts[0]?.answer({ kind: 'unreachable' })
  await first
  expect(page.told).toEqual(['unreachable'])
  expect(queue.isOpen()).toBe(true)
  page.typed = 'ab'
  const again = queue.save()
  await settled()
  posts[1]?.answer({ kind: 'saved', answer: '1' })
  await settled()
  posts[2]?.answer({ kind: 'saved', answer: '2' })
  await again
  expect(posts.map(({ form }) => form)).toEqual(['a@0', 'a@0', 'ab@1'])
})

test('what the server refuses is told, and not sent again until something else is typed', async () => {
  const { page, posts, queue } = aPage()
  page.typed = 'a'
  const first = queue.save()
  posts[0]?.answer({ kind: 'refused' })
  await first
  await queue.save()
  expect(page.told).toEqual(['refused'])
  expect(posts).toHaveLength(1)
  expect(queue.isOpen()).toBe(false)
})
