import type { Json } from './json.ts'

/** What has been typed so far: question id → typed value. Hidden questions keep theirs. */
export type TypedValues = Readonly<Record<string, Json>>

/** Canonical answers of the visible questions: question id → answer. */
export type Answers = Readonly<Record<string, Json>>
