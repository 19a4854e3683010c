import type { VNode } from 'preact'
import { z } from 'zod'
import { ReviewView } from '../../cases/public.ts'
import { orLogInAgain, printPath } from '../../drafts/public.ts'
import type { Context } from '../../platform/context.ts'
import { type Answer, download, redirect, view } from '../../platform/http/answer.ts'
import { type Page, page, type RequestFacts } from '../../platform/http/page.ts'
import { Id } from '../../platform/ids.ts'
import { printForm } from '../commands/print-form.ts'
import { codeInWords } from '../paper/code.ts'
import { filledInForm } from '../paper/filled-in.ts'
import { type OpenedPrint, openPrint, type ToPrint } from '../paper/open-print.ts'
import { filledInPath, printedPath } from '../paper/paths.ts'
import type { Print } from '../paper/print.ts'
import type { PaperPorts } from '../ports.ts'
import { PrintDeed } from '../views/print-deed.tsx'
import { PrintedView } from '../views/printed-view.tsx'

const params = z.object({ draft: Id })

type Asked = { readonly ctx: Context; readonly params: { readonly draft: string }; readonly request: RequestFacts }
type Opened = Extract<OpenedPrint, { kind: 'open' }>

/** Answers for a form that has been opened, or leads to where its owner has to go first. */
const onceOpened = async (
  ports: PaperPorts,
  { ctx, params: { draft }, request }: Asked,
  show: (opened: Opened) => Promise<Answer | VNode>,
): Promise<Answer | VNode> =>
  await orLogInAgain(ports, { ctx, request }, async () => {
    const opened = await openPrint(ctx, ports.readFacts, draft)
    return opened.kind === 'elsewhere' ? redirect(opened.path) : await show(opened)
  })

type PrintedForm = Pick<Opened, 'review'> & { readonly toPrint: ToPrint; readonly print: Print }

/** The same for one that has been printed; what has been changed since is to be printed anew. */
const oncePrinted = async (
  ports: PaperPorts,
  asked: Asked,
  show: (printed: PrintedForm) => Promise<Answer | VNode>,
): Promise<Answer | VNode> =>
  await onceOpened(ports, asked, async ({ review, toPrint }) =>
    toPrint?.print ? await show({ review, toPrint, print: toPrint.print }) : redirect(printPath(asked.params.draft)),
  )

/** The review of a form on paper: instead of being sent, it is made a PDF to print and sign. */
const printPage = (ports: PaperPorts): Page =>
  page(printPath(':draft'), {
    area: 'public',
    params,
    get: async (asked) =>
      await onceOpened(ports, asked, async ({ review }) => (
        <ReviewView review={review} supplementing={undefined} deed={<PrintDeed draft={asked.params.draft} />} />
      )),
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
    get: async (asked) =>
      await oncePrinted(ports, asked, async ({ review, toPrint: { form }, print }) => (
        <PrintedView form={form} draft={asked.params.draft} print={print} keptUntil={review.draft.expiresAt} />
      )),
  })

/** The PDF itself. Its name holds the code, so that several prints can be told apart, and nothing of what was written. */
const filledInPage = (ports: PaperPorts): Page =>
  page(filledInPath(':draft'), {
    area: 'public',
    params,
    get: async (asked) =>
      await oncePrinted(ports, asked, async ({ toPrint, print }) => {
        const { pdf } = await filledInForm(asked.ctx, toPrint, { print, readLetterhead: ports.readLetterhead })
        const name = `${toPrint.form.shortName}-${codeInWords(print.code)}.pdf`
        return download({ name, mediaType: 'application/pdf', size: pdf.length, body: pdf })
      }),
  })

/** Where a form on paper that was filled in on screen ends. */
export const printPages = (ports: PaperPorts): readonly Page[] => [
  printPage(ports),
  printedPage(ports),
  filledInPage(ports),
]
