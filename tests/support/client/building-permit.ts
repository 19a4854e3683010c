import { fillIn, ordinary, type Writer } from './answers.ts'
import { type FilledDraft, fillStep, fillSteps, startService, stepForm } from './application.ts'
import type { Client, Visited } from './client.ts'
import { type Named, whoIs } from './people.ts'

/** Begins an application for a building permit, to tear something down, which other test persons apply for, too; answers all of it. */
export async function fillBuildingPermit(
  client: Client,
  others: readonly string[],
  { writer: own = () => undefined, hidden = '' }: { readonly writer?: Writer; readonly hidden?: string } = {},
): Promise<FilledDraft> {
  const choose = permitWriter(others.map(whoIs))
  const writer: Writer = (field) => choose(field) ?? own(field)
  const who = await fillStep(client, await startService(client, 'bygglov'))
  const named = await addRows(client, who, { writer, rows: others.length })
  const review = await fillSteps(client, named, { writer, hidden })
  return { client, id: review.url.pathname.split('/')[2] ?? '', review: review.url.pathname }
}

const permitWriter =
  (others: readonly Named[]): Writer =>
  ({ name }) => {
    if (name === 'q.flera') return others.length > 0 ? 'yes' : 'no'
    if (name === 'q.arendetyp') return 'rivning'
    if (name === 'q.ka') return 'behovs-inte'
    const [, row, part] = /^q\.medsokande\.r(\d+)\.(name|identity)$/.exec(name) ?? []
    if (part === undefined) return undefined
    return others[Number(row) - 1]?.[part === 'name' ? 'name' : 'number']
  }

type Rows = { readonly writer: Writer; readonly rows: number }

/** Opens as many rows as there are people to name. The first comes by itself. */
async function addRows(client: Client, first: Visited, { writer, rows }: Rows): Promise<Visited> {
  const buttons = ['uppdatera', ...Array.from({ length: Math.max(0, rows - 1) }, () => 'fraga:medsokande:lagg-till')]
  let page = first
  for (const button of buttons) {
    const form = stepForm(page)
    const pairs = fillIn(form, (field) => writer(field) ?? ordinary(field), button)
    const path = form.action ?? page.url.pathname
    const posted = form.multipart ? await client.upload(path, pairs, []) : await client.post(path, pairs)
    page = await client.follow(posted)
  }
  return page
}
