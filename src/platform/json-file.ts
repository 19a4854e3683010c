import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'

/** Reads and checks a JSON file; undefined when it is absent, broken or of another shape. */
export function readJson<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** Replaces a file in one step, readable by ourselves alone: nobody ever reads half of it. */
export async function replaceJson(path: string, value: object): Promise<void> {
  const draft = await writeDraft(path, value)
  await rename(draft, path)
}

/** Writes a file unless it exists: of two processes that try at once, one wins and both then read the same. */
export async function createJson(path: string, value: object): Promise<void> {
  const draft = await writeDraft(path, value)
  try {
    await link(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function writeDraft(path: string, value: object): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, `${JSON.stringify(value)}\n`, { mode: 0o600, flush: true })
  return draft
}
