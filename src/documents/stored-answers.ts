import { z } from 'zod'

/** Answers as they lie in the database. */
export const StoredAnswers = z.record(z.string(), z.json())
