import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { CodedError } from '../../platform/errors.ts'
import { readCoverage } from './coverage.ts'
import { readFonts } from './fonts.ts'
import { type Printable, printableIn, printableJson } from './printable.ts'

/** `a-2a`: for the archive, tagged (ISO 19005-2). `ua-1`: the same, checked by the rules for accessible documents (ISO 14289-1). */
export type PdfStandard = 'a-2a' | 'ua-1'

/** What a document is made of. */
export type Manuscript = {
  /** Typst source, ours. */
  readonly template: string
  /** Read by the template as `sys.inputs`: whatever others wrote goes here, and nowhere else. */
  readonly inputs: Readonly<Record<string, string>>
  /** Written in the file as its time of creation, to the second, so that the same manuscript always gives the same bytes. */
  readonly createdAt: Date
  readonly standard: PdfStandard
}

/** A document to be set, its words as they were written. Plain data, since it goes from one thread to another. */
export type Order = Omit<Manuscript, 'inputs'> & {
  /** Made printable and read by the template as `sys.inputs.copy`, JSON. */
  readonly words: object
  /** Read as `sys.inputs.mark`: SVG, ours, or empty. */
  readonly mark: string
  /** Read as `sys.inputs.note` when some characters had to be written as numbers, which is empty otherwise. */
  readonly numberedNote: string
}

/** Sets documents. */
export type Typesetter = {
  readonly printable: (text: string) => Printable
  /** Takes some tens of milliseconds, and the thread with them. */
  readonly pdf: (manuscript: Manuscript) => Buffer
}

/**
 * Sets a document, as PDF. Runs in a thread of its own (`typesetting-thread.ts`), which Node.js starts from this very file: nothing that it
 * imports may be TSX. Throws the coded error `internal` that tells nothing of the words.
 */
export function typeset({ words, mark, numberedNote, ...manuscript }: Order): Buffer {
  const { printable, pdf } = typesetter()
  const { json, numbered } = printableJson(words, printable)
  return pdf({ ...manuscript, inputs: { copy: json, mark, note: numbered ? numberedNote : '' } })
}

/** What Typst has worked out is kept for this many further documents, then forgotten, so that its memory stays small. */
const keptFor = 5

let shared: Typesetter | undefined

/** The thread's typesetter. There is one, since reading its fonts costs more than a document. */
export function typesetter(): Typesetter {
  shared ??= makeTypesetter()
  return shared
}

function makeTypesetter(): Typesetter {
  const fonts = readFonts()
  const [first = new Set<number>(), ...others] = fonts.map(readCoverage)
  const covered = new Set([...first].filter((point) => others.every((other) => other.has(point))))
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fonts] }] })
  return {
    printable: printableIn(covered),
    pdf: ({ template, inputs, createdAt, standard }) => {
      try {
        return compiler.pdf(
          { mainFileContent: template, inputs: { ...inputs } },
          { pdfStandard: standard, creationTimestamp: Math.floor(createdAt.getTime() / 1000) },
        )
      } catch {
        // Neither kept as cause nor told: Typst's message quotes the text that it stumbled over, and the log must not.
        throw new CodedError('internal', `Typst could not make a PDF (${standard})`)
      } finally {
        compiler.evictCache(keptFor)
      }
    },
  }
}
