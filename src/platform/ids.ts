import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'

/** Where new ids come from: UUID version 7, so that rows made later sort later. */
export type Ids = { readonly next: () => string }

export const systemIds: Ids = { next: uuidv7 }

/** An id of ours in an address or a row. */
export const Id = z.uuid()

/** A reference nobody can guess: 256 random bits as base64url, 43 characters. */
export const newSecret = (): string => randomBytes(32).toString('base64url')
