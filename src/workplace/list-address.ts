import { z } from 'zod'
import { type StatusKind, statusKinds } from '../catalogue/public.ts'
import { Id } from '../platform/ids.ts'

/** The views of the list by their words in the address. */
export const viewWords = { todo: 'att-gora', mine: 'mina', unassigned: 'ej-fordelade', all: 'alla' } as const

export type ViewName = keyof typeof viewWords

export const viewNames: readonly ViewName[] = ['todo', 'mine', 'unassigned', 'all']

const sortWords = { received: 'inkommet', changed: 'andrat' } as const

/** What the list shows: one view, filtered, in an order, one page of it (from 1). */
export type ListState = {
  readonly view: ViewName
  readonly statusKind: StatusKind | undefined
  readonly serviceId: string | undefined
  readonly sort: keyof typeof sortWords
  readonly direction: 'asc' | 'desc'
  readonly page: number
}

const Word = z.string().optional().catch(undefined)

/** The address's query; what isn't understood falls back to the usual. */
export const ListQuery = z
  .object({
    vy: Word,
    status: Word,
    tjanst: Word,
    sortera: Word,
    ordning: Word,
    sida: z.coerce.number().int().min(1).catch(1),
  })
  .transform(
    (query): ListState => ({
      view: viewNames.find((name) => viewWords[name] === query.vy) ?? 'todo',
      statusKind: statusKinds.find((kind) => kind === query.status),
      serviceId: Id.safeParse(query.tjanst).data,
      sort: query.sortera === sortWords.changed ? 'changed' : 'received',
      direction: query.ordning === 'stigande' ? 'asc' : 'desc',
      page: query.sida,
    }),
  )

/** The address of a list; only what differs from the usual stands in it. */
export function listPath(state: Partial<ListState>): string {
  const parameters = new URLSearchParams()
  if (state.view && state.view !== 'todo') parameters.set('vy', viewWords[state.view])
  if (state.statusKind) parameters.set('status', state.statusKind)
  if (state.serviceId) parameters.set('tjanst', state.serviceId)
  if (state.sort === 'changed') parameters.set('sortera', sortWords.changed)
  if (state.direction === 'asc') parameters.set('ordning', 'stigande')
  if (state.page && state.page > 1) parameters.set('sida', String(state.page))
  const query = parameters.toString()
  return query === '' ? '/handlaggning/arenden' : `/handlaggning/arenden?${query}`
}

/** The address that sorts by a column: newest first, and the other way round when it is so already. */
export const sortPath = (state: ListState, sort: ListState['sort']): string =>
  listPath({ ...state, page: 1, sort, direction: state.sort === sort && state.direction === 'desc' ? 'asc' : 'desc' })
