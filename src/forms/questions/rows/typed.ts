import { z } from 'zod'
import type { Json } from '../../json.ts'

/** A row as it was typed. The server makes its id, which it keeps as long as it is there, however rows around it come and go. */
export type Row = { readonly id: string; readonly values: { readonly [questionId: string]: Json } }

/**
 * Rows as they were typed, and what the page must know to look the same again. Two windows disagree about `rows` as a whole, not about
 * one of them: rows count for sums and limits together. What only tells how a page looked is never a conflict.
 */
export type TypedRows = {
  readonly rows: readonly Row[]
  /** How many rows were ever made: no id is used twice. */
  readonly made: number
  /** The row that is open for editing, where one is at a time. */
  readonly open?: string
  /** The page of the list that is shown, from 1. */
  readonly page?: number
  /** The row that was taken away last, and its place: until something else is pressed it can be had back. */
  readonly removed?: { readonly row: Row; readonly at: number }
}

export const noRows: TypedRows = { rows: [], made: 0 }

/** An id never looks like the names of the page's own fields beside it. */
const rowId = /^r\d{1,6}$/

export const isRowId = (id: string): boolean => rowId.test(id)

export const rowIdOf = (number: number): string => `r${number}`

/** The number that an id was made of. */
export const numberIn = (id: string): number => Number(id.slice(1))

/** Reads stored rows without copying them, so that what is known of a row can be kept beside it (`readRow`). */
export const TypedRows: z.ZodType<TypedRows> = z.custom<TypedRows>(isTypedRows)

function isTypedRows(value: unknown): value is TypedRows {
  if (!isObject(value)) return false
  const { rows, made, open, page, removed } = value
  return (
    Array.isArray(rows) &&
    rows.every(isRow) &&
    isCount(made) &&
    (open === undefined || (typeof open === 'string' && isRowId(open))) &&
    (page === undefined || isCount(page)) &&
    (removed === undefined || (isObject(removed) && isRow(removed.row) && isCount(removed.at)))
  )
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isRow = (value: unknown): boolean =>
  isObject(value) && typeof value.id === 'string' && isRowId(value.id) && isObject(value.values)

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0
