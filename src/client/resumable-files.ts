/** Files that are chosen in a form and not yet sent, in boxes that take them piece by piece. */
const chosenIn = (form: HTMLFormElement): readonly HTMLInputElement[] =>
  [...form.querySelectorAll<HTMLInputElement>('[data-upload] input[type=file]')].filter(({ files }) => files?.length)

/** Files as a field holds them. */
function listOf(files: readonly File[]): FileList {
  const list = new DataTransfer()
  for (const file of files) list.items.add(file)
  return list.files
}

/**
 * Sends chosen files before the form itself, in pieces, so that a line that is cut costs nothing; then the form, without them. The script
 * for it is fetched with the first file. Where it can't be, or a file is refused, the files go with the form as without any script: what is
 * wrong with them then stands on the page that answers.
 */
export function sendFilesFirst(): void {
  const underWay = new WeakSet<HTMLFormElement>()
  const ready = new WeakSet<HTMLFormElement>()

  async function sendAll(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    underWay.add(form)
    try {
      const { sendFiles } = await import('./send-files.ts')
      for (const input of chosenIn(form)) input.files = listOf(await sendFiles(input))
    } catch {
      // The script can't be fetched.
    }
    underWay.delete(form)
    ready.add(form)
    form.requestSubmit(submitter)
  }

  // Before all others hear of it: for them the form is submitted when the files have arrived.
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || ready.delete(form)) return
      const isUnderWay = underWay.has(form)
      if (!isUnderWay && chosenIn(form).length === 0) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (!isUnderWay) void sendAll(form, event.submitter)
    },
    { capture: true },
  )
}
