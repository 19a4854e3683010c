import { fillIn, ordinary, type Writer } from './answers.ts'
import type { Client, Visited } from './client.ts'
import { aDocument } from './files.ts'
import { readForms } from './form.ts'

type Choices = {
  /** Where the form is posted to, when that isn't the page itself. */
  readonly to?: string
  readonly writer?: Writer
  /** Hidden in the file that is attached, when the form takes files. */
  readonly hidden?: string
}

/** Opens a page, fills in its form, sends it, and goes where the answer leads. Throws when the page has no such form or refuses it. */
export async function postForm(client: Client, path: string, choices: Choices = {}): Promise<Visited> {
  const { to = path, writer = () => undefined, hidden = '' } = choices
  const page = await client.open(path)
  const form = readForms(page.text).find(({ method, action }) => method === 'post' && action === to)
  if (!form) throw new Error(`${path} (${page.status}) has no form that is posted to ${to}`)
  const pairs = fillIn(form, (field) => writer(field) ?? ordinary(field), undefined)
  const uploads = form.fields
    .filter(({ kind }) => kind === 'file')
    .map(({ name }) => ({ field: name, ...aDocument(hidden) }))
  const posted = form.multipart ? await client.upload(to, pairs, uploads) : await client.post(to, pairs)
  if (posted.status !== 303) throw new Error(`POST ${to} answered ${posted.status}`)
  return await client.follow(posted)
}

/** The paths that a page links to. */
export const linksOn = ({ text }: Visited): readonly string[] =>
  [...text.matchAll(/ href="(\/[^"#]*)"/g)].map(([, path = '']) => path.replaceAll('&amp;', '&'))
