import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Message } from './message.ts'

/** All messages that were sent, newest first, and the way to add one. */
export type Inbox = {
  readonly list: () => readonly Message[]
  readonly add: (message: Message) => void
}

function readLines(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

/**
 * Opens the inbox kept in `file`, one message a line. Written before the sender gets its answer, and in one call, so
 * that memory and file hold the same order; a last line that a kill tore is dropped, since nobody was answered for it.
 */
export function openInbox(file: string): Inbox {
  mkdirSync(dirname(file), { recursive: true })
  const kept = readLines(file)
  const whole = kept.slice(0, kept.lastIndexOf('\n') + 1)
  if (whole !== kept) writeFileSync(file, whole)
  const messages = whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Message.parse(JSON.parse(line)))

  return {
    list: () => messages.toReversed(),
    add: (message) => {
      appendFileSync(file, `${JSON.stringify(message)}\n`)
      messages.push(message)
    },
  }
}
