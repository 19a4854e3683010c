import { afterAll } from 'vitest'
import { endFile } from './end-of-file.ts'

// Runs before each test file, so that this is its outermost hook: what the file's own hooks end comes first.
afterAll(endFile)
