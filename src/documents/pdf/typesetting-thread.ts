import { extname, join } from 'node:path'
import process from 'node:process'
import { Piscina } from 'piscina'
import { CodedError } from '../../platform/errors.ts'
import type { Order } from './typesetter.ts'

/** Beside this file, in the source as in the built program (`script/build.ts`). */
const file = join(import.meta.dirname, `typesetter${extname(import.meta.filename)}`)

/** How many documents may wait for the thread, besides the one that it sets: a few seconds' work. Whoever comes then is asked to come again. */
const mostWaiting = 50

/** One thread that starts with the first document: Typst holds its thread for tens of milliseconds, which every request would wait for. */
const thread = new Piscina<Order, Uint8Array<ArrayBuffer>>({
  minThreads: 0,
  maxThreads: 1,
  // Milliseconds until it ends when nobody wants a document, and with it the fonts and all that Typst remembers.
  idleTimeout: 60_000,
  // Requests come first. Only Linux gives threads a priority of their own; elsewhere the whole program would get it.
  niceIncrement: process.platform === 'linux' ? 10 : 0,
  // Else the thread's event loop stands still between documents, and there it frees what Typst made.
  atomics: 'disabled',
})

/** Sets a document in the thread, as PDF; those asked at once wait for each other. Throws `internal`, and `busy` when too many wait already. */
export async function typesetInThread(order: Order): Promise<Buffer> {
  if (thread.queueSize >= mostWaiting) throw new CodedError('busy', `${mostWaiting} documents wait to be set`)
  try {
    // The file is named here and not above, so that one that can't be loaded fails its document, and not the program.
    const pdf = await thread.run(order, { filename: file, name: 'typeset' })
    return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  } catch (error) {
    // Errors lose class and code on their way between threads.
    throw new CodedError('internal', error instanceof Error ? error.message : 'The typesetting thread failed')
  }
}

/** Ends the thread; documents that are still wanted fail. */
export async function endTypesetting(): Promise<void> {
  await thread.destroy()
}
