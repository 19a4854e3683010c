import type { Texts } from '../../../platform/texts/texts.ts'
import { cleanLine } from '../../plain-text.ts'
import type { QuestionWith } from '../../question.ts'
import type { ListedOption, searchableListSettings } from './settings.ts'

export type ListQuestion = QuestionWith<typeof searchableListSettings>

/** Something that can be chosen: with everything above it, topmost first, and what it is found by. */
export type Listed = {
  readonly id: string
  readonly path: readonly ListedOption[]
  /** How it is called with its path, and on its own, in each language. */
  readonly names: readonly string[]
  readonly ownNames: readonly string[]
  readonly searched: string
}

const known = new WeakMap<readonly ListedOption[], readonly Listed[]>()

/** All that can be chosen, in the list's order. */
export function listedIn({ options, choose }: ListQuestion): readonly Listed[] {
  const before = known.get(options)
  if (before) return before
  const byId = new Map(options.map((option) => [option.id, option]))
  const parents = new Set(options.map(({ parent }) => parent))
  const listed = options
    .filter(({ id }) => choose === 'all' || !parents.has(id))
    .map((option) => listedOf(option, byId))
  known.set(options, listed)
  return listed
}

function listedOf(option: ListedOption, byId: ReadonlyMap<string, ListedOption>): Listed {
  const path = pathOf(option, byId)
  const inLanguages = (named: readonly ListedOption[]) =>
    [...new Set([named.map(({ label }) => label.sv), named.map(({ label }) => label.en ?? label.sv)].map(joined))].map(
      folded,
    )
  const names = inLanguages(path)
  const words = path.flatMap(({ words }) => (words ? [words.sv, words.en ?? ''] : []))
  return {
    id: option.id,
    path,
    names,
    ownNames: inLanguages([option]),
    searched: [...names, ...words.map(folded)].join(' '),
  }
}

/** An option after all those above it. A circle ends where it closes; the definition is refused for it. */
function pathOf(option: ListedOption, byId: ReadonlyMap<string, ListedOption>): readonly ListedOption[] {
  const path = [option]
  for (let above = parentOf(option, byId); above && !path.includes(above); above = parentOf(above, byId))
    path.unshift(above)
  return path
}

/** The option above another one. */
export const parentOf = (
  { parent }: ListedOption,
  byId: ReadonlyMap<string, ListedOption>,
): ListedOption | undefined => (parent === undefined ? undefined : byId.get(parent))

const joined = (labels: readonly string[]): string => labels.join(' › ')

/** A listed option with its path, in the reader's language. */
export const nameOf = ({ path }: Listed, texts: Texts): string => joined(path.map(({ label }) => texts.pick(label)))

/** The same in Swedish, which every option has. */
export const swedishNameOf = ({ path }: Listed): string => joined(path.map(({ label }) => label.sv))

const folded = (text: string): string => cleanLine(text).toLocaleLowerCase('sv')

/** The longest search, in code units: no option is called so. */
const longestSearch = 300

/** What a search means: one option that is called exactly so, and all in which every word of it appears, best first. */
export function search(
  question: ListQuestion,
  typed: string,
): { readonly exact?: Listed; readonly found: readonly Listed[] } {
  const wanted = typed.length > longestSearch ? '' : folded(typed)
  if (wanted === '') return { found: [] }
  const all = listedIn(question)
  const words = wanted.split(' ').filter((word) => word !== '›')
  const found = all.filter(({ searched }) => words.every((word) => searched.includes(word)))
  const named = found.filter(({ names }) => names.includes(wanted))
  const ownNamed = found.filter(({ ownNames }) => ownNames.includes(wanted))
  const [exact, ...more] = named.length > 0 ? named : ownNamed
  const begins = (listed: Listed) => listed.ownNames.some((name) => name.startsWith(wanted))
  const sorted = [...found.filter(begins), ...found.filter((listed) => !begins(listed))]
  return exact && more.length === 0 ? { exact, found: sorted } : { found: sorted }
}
