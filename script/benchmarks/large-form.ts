import { rowsAPage } from '../../src/forms/questions/repeated-group/shown.ts'
import { largeForm, largeGroup, typedLargeForm } from '../../src/forms/testing/large-form.ts'
import { fillIn, ordinary, type Pair } from '../../tests/support/client/answers.ts'
import { fillSteps, startService, stepForm } from '../../tests/support/client/application.ts'
import type { Client } from '../../tests/support/client/client.ts'
import { aCitizen } from '../../tests/support/client/people.ts'
import type { Place } from '../../tests/support/installation/installation.ts'
import { median, type Row } from './row.ts'
import { measured } from './services.ts'

const rounds = 60
const warmUp = 15
/** The large form is to be less than so many times as slow. */
const most = 2

/** A draft on the way, and the step whose speed is measured. `revision` counts its changes: each post below is one. */
type Written = { readonly client: Client; readonly id: string; readonly step: string; revision: number }

/** Two requests that are compared. Each answers how many milliseconds it took, and throws when it isn't answered as expected. */
type Pairing = {
  readonly what: string
  readonly small: () => Promise<number>
  readonly large: () => Promise<number>
  /** False for what is told without a target. */
  readonly limited?: boolean
}

/**
 * The steps of a form of 300 questions beside those of one of 3: one request of each in turn, so that whatever else the machine does weighs
 * on both, and the median counts. What is measured stands near the end, where everything before it has to be right. The list of rows stands
 * beside one that fits on a page.
 */
export async function measureLargeForm(place: Place): Promise<readonly Row[]> {
  const ada = await aCitizen(place.origin, 'ada')
  const small = await filledDraft(ada, measured.small)
  const empty = await filledDraft(ada, measured.large)
  const full = await filledDraft(ada, measured.large, largeForm.rows)
  const group = { ...full, step: largeGroup.step }
  const page = await filledDraft(ada, measured.group, rowsAPage)
  const first = await newDraft(ada, measured.large)
  const rows = `${largeForm.rows} rows`
  return await compared([
    { what: 'GET its first step, nothing filled in', small: () => get(small), large: () => get(first) },
    { what: 'GET a late step, no rows', small: () => get(small), large: () => get(empty) },
    { what: 'POST it ("Nästa"), no rows', small: () => next(small), large: () => next(empty) },
    { what: 'autosave one answer of it, no rows', small: () => autosave(small), large: () => autosave(empty) },
    { what: `GET a late step, ${rows}`, small: () => get(small), large: () => get(full) },
    { what: `POST it ("Nästa"), ${rows}`, small: () => next(small), large: () => next(full) },
    { what: `autosave one answer of it, ${rows}`, small: () => autosave(small), large: () => autosave(full) },
    { what: `GET the list of ${rows} beside ${rowsAPage}`, small: () => get(page), large: () => get(group) },
    {
      what: `open one of ${rows} beside ${rowsAPage} (POST and GET)`,
      small: () => openRow(page),
      large: () => openRow(group),
    },
    { what: `GET the review with all ${rows}`, small: () => review(small), large: () => review(full), limited: false },
  ])
}

async function compared(pairings: readonly Pairing[]): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const { what, small, large, limited = true } of pairings) {
    const times: { small: number; large: number }[] = []
    for (let round = 0; round < warmUp + rounds; round++) {
      times.push({ small: await small(), large: await large() })
    }
    const counted = times.slice(warmUp)
    const [ofSmall, ofLarge] = [median(counted.map((time) => time.small)), median(counted.map((time) => time.large))]
    const ratio = ofLarge / ofSmall
    rows.push({
      what: `form of 300 questions: ${what} / of 3`,
      measured: `${ratio.toFixed(2)} (p50 ${ofLarge.toFixed(1)} ms beside ${ofSmall.toFixed(1)} ms)`,
      target: limited ? `< ${most}` : '',
      reached: limited ? ratio < most : undefined,
    })
  }
  return rows
}

async function newDraft(client: Client, service: string): Promise<Written> {
  const { pathname } = (await startService(client, service)).url
  const [, , id = '', step = ''] = pathname.split('/')
  return { client, id, step, revision: 0 }
}

/** A draft in which every question is answered and that has been walked through; of the large form the last step but two counts. */
async function filledDraft(client: Client, service: string, rows = 0): Promise<Written> {
  const draft = await newDraft(client, service)
  const isLarge = service === measured.large
  if (rows > 0) await addRows(isLarge ? { ...draft, step: largeGroup.step } : draft, rows)
  await fillSteps(client, await client.open(path(draft)))
  return isLarge ? { ...draft, step: `omrade-${largeForm.steps - 2}` } : draft
}

const path = ({ id, step }: Written): string => `/utkast/${id}/${step}`

/** Adds rows at the draft's step as a person does: one after the other. */
async function addRows(draft: Written, count: number): Promise<void> {
  const name = `q.${largeGroup.question}`
  const add = async (revision: number, pairs: readonly Pair[]) =>
    await post(draft, [
      ['revision', String(revision)],
      ['shown', largeGroup.question],
      ...pairs,
      ['action', `fraga:${largeGroup.question}:lagg-till`],
    ])
  await add(0, [])
  for (const [index, { id, values }] of typedLargeForm(count)[largeGroup.question].rows.entries()) {
    const { dag, ...others } = values
    await add(index + 1, [
      [`${name}.rows`, id],
      ...Object.entries(others).map(([cell, value]): Pair => [`${name}.${id}.${cell}`, value]),
      ...Object.entries(dag).map(([box, value]): Pair => [`${name}.${id}.dag-${box}`, value]),
    ])
  }
}

/** Milliseconds that a GET takes. */
const get = async (draft: Written): Promise<number> => (await visit(draft)).took

const review = async (draft: Written): Promise<number> => await get({ ...draft, step: 'granska' })

/** Milliseconds that "Nästa" takes after one answer has changed: validated, encrypted and committed before it leads on. */
const next = async (draft: Written): Promise<number> => await post(draft, await changed(draft, 'nasta'))

const autosave = async (draft: Written): Promise<number> =>
  await post(draft, await changed(draft, undefined), `${path(draft)}/autospara`)

/** Opens a row on the page of the list that stands there, and the page with that row open after it. */
async function openRow(draft: Written): Promise<number> {
  const form = stepForm((await visit(draft)).page)
  const buttons = form.fields.filter(({ value }) => value.startsWith(`fraga:${largeGroup.question}:oppna:`))
  const button = buttons[draft.revision % buttons.length]?.value
  draft.revision += 1
  return (await post(draft, fillIn(form, ordinary, button))) + (await get(draft))
}

/** What a browser posts from the page after one answer has changed. */
async function changed(draft: Written, button: string | undefined): Promise<readonly Pair[]> {
  const form = stepForm((await visit(draft)).page)
  draft.revision += 1
  return fillIn(form, ordinary, button).map(([name, value]) => [
    name,
    name.startsWith('q.antal-') ? String(100 + (draft.revision % 1000)) : value,
  ])
}

async function visit(draft: Written) {
  const began = performance.now()
  const page = await draft.client.get(path(draft))
  const took = performance.now() - began
  if (page.status !== 200) throw new Error(`${path(draft)} answered ${page.status}`)
  return { page, took }
}

async function post(draft: Written, pairs: readonly Pair[], to = path(draft)): Promise<number> {
  const began = performance.now()
  const { status, text } = await draft.client.post(to, pairs)
  const took = performance.now() - began
  const expected = to.endsWith('/autospara') ? 200 : 303
  if (status !== expected) throw new Error(`${to} answered ${status}: ${/<h1.*?<\/h1>/.exec(text)?.[0]}`)
  return took
}
