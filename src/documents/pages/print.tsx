import { z } from 'zod'
import { ReviewView } from '../../cases/public.ts'
import { orLogInAgain, printPath } from '../../drafts/public.ts'
import { download, redirect, view } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { Id } from '../../platform/ids.ts'
import { printForm } from '../commands/print-form.ts'
import { codeInWords } from '../paper/code.ts'
import { filledInForm } from '../paper/filled-in.ts'
import { openPrint } from '../paper/open-print.ts'
import { filledInPath, printedPath } from '../paper/paths.ts'
import type { PaperPorts } from '../ports.ts'
import { PrintDeed } from '../views/print-deed.tsx'
import { PrintedView } from '../views/printed-view.tsx'

const params = z.object({ draft: Id })

/** The review of a form on paper: instead of being sent, it is made a PDF to print and sign. */
const printPage = (ports: PaperPorts): Page =>
  page(printPath(':draft'), {
    area: 'public',
    params,
    get: async ({ ctx, params: { draft }, request }) =>
      await orLogInAgain(ports, { ctx, request }, async () => {
        const opened = await openPrint(ctx, ports.readFacts, draft)
        if (opened.kind === 'elsewhere') return redirect(opened.path)
        return <ReviewView review={opened.review} supplementing={undefined} deed={<PrintDeed draft={draft} />} />
      }),
    post: async ({ ctx, params: { draft }, request }) =>
      await orLogInAgain(ports, { ctx, request }, async () => {
        const printed = await printForm(ctx, draft, ports)
        if (printed.kind === 'printed') return redirect(printedPath(draft))
        if (printed.kind === 'elsewhere') return redirect(printed.path)
        const { review } = printed
        const failure = { kind: 'problems', steps: review.problems } as const
        return view(
          <ReviewView review={review} supplementing={undefined} failure={failure} deed={<PrintDeed draft={draft} />} />,
          { status: 422 },
        )
      }),
  })

/** Says that the PDF is made, and what to do with it. */
const printedPage = (ports: PaperPorts): Page =>
  page(printedPath(':draft'), {
    area: 'public',
    params,
    get: async ({ ctx, params: { draft }, request }) =>
      await orLogInAgain(ports, { ctx, request }, async () => {
        const opened = await openPrint(ctx, ports.readFacts, draft)
        if (opened.kind === 'elsewhere') return redirect(opened.path)
        const { toPrint, review } = opened
        // Changed since: it is to be printed anew.
        if (!toPrint?.print) return redirect(printPath(draft))
        const { form, print } = toPrint
        const { pdf } = await filledInForm(ctx, toPrint, { print, readLetterhead: ports.readLetterhead })
        const file = { pages: print.pages, size: pdf.length }
        return (
          <PrintedView form={form} draft={draft} code={print.code} file={file} keptUntil={review.draft.expiresAt} />
        )
      }),
  })

/** The PDF itself. Its name holds the code, so that several prints can be told apart, and nothing of what was written. */
const filledInPage = (ports: PaperPorts): Page =>
  page(filledInPath(':draft'), {
    area: 'public',
    params,
    get: async ({ ctx, params: { draft }, request }) =>
      await orLogInAgain(ports, { ctx, request }, async () => {
        const opened = await openPrint(ctx, ports.readFacts, draft)
        if (opened.kind === 'elsewhere') return redirect(opened.path)
        const { toPrint } = opened
        if (!toPrint?.print) return redirect(printPath(draft))
        const { form, print } = toPrint
        const { pdf } = await filledInForm(ctx, toPrint, { print, readLetterhead: ports.readLetterhead })
        const name = `${form.shortName}-${codeInWords(print.code)}.pdf`
        return download({ name, mediaType: 'application/pdf', size: pdf.length, body: pdf })
      }),
  })

/** Where a form on paper that was filled in on screen ends. */
export const printPages = (ports: PaperPorts): readonly Page[] => [
  printPage(ports),
  printedPage(ports),
  filledInPage(ports),
]
