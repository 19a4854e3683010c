import { Upload } from 'tus-js-client'

/** Bytes of a piece: on a slow line, less than the server's two minutes for a request. */
const pieceLength = 4_000_000

/** Milliseconds before each further try: a train's tunnel, a lift, a walk to where the line is better. */
const patience = [0, 1_000, 3_000, 5_000, ...Array.from({ length: 60 }, () => 10_000)]

/** Sends the files chosen in a field, one after the other, and shows how far they have come; answers those that weren't taken. */
export async function sendFiles(input: HTMLInputElement): Promise<readonly File[]> {
  const box = input.closest<HTMLElement>('[data-upload]')
  const files = [...(input.files ?? [])]
  if (!box) return files
  const progress = showProgress(box)
  try {
    const left: File[] = []
    for (const [index, file] of files.entries()) {
      const place = files.length > 1 ? ` (${index + 1}/${files.length})` : ''
      if (!(await sendFile(file, box, progress, place))) left.push(file)
    }
    return left
  } finally {
    progress.end()
  }
}

type Progress = ReturnType<typeof showProgress>

async function sendFile(file: File, box: HTMLElement, progress: Progress, place: string): Promise<boolean> {
  const { upload = '', question = '', uploading = '', waiting = '' } = box.dataset
  return await new Promise((resolve) => {
    new Upload(file, {
      endpoint: new URL(upload, location.href).href,
      metadata: { question, filename: file.name },
      chunkSize: pieceLength,
      retryDelays: patience,
      // Nothing of it stays in the browser, which others may use as well.
      storeFingerprintForResuming: false,
      onProgress: (sent, all) => progress.tell(`${uploading} ${file.name}${place}`, sent / all),
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0
        if (status === 0) progress.tell(waiting)
        return status === 0 || status === 409 || status === 423 || status === 429 || status >= 500
      },
      onSuccess: () => resolve(true),
      onError: () => resolve(false),
    }).start()
  })
}

/** A line and a bar below what the box holds, out of reach of what puts the page's parts anew. */
function showProgress(box: HTMLElement) {
  const root = box.shadowRoot ?? box.attachShadow({ mode: 'open' })
  const status = document.createElement('p')
  status.setAttribute('role', 'status')
  status.part.add('status')
  const bar = document.createElement('progress')
  bar.part.add('bar')
  bar.setAttribute('aria-label', box.dataset.uploading ?? '')
  root.replaceChildren(document.createElement('slot'), status, bar)
  return {
    /** Says what happens; `share` is 0 to 1, absent while nothing moves. */
    tell: (words: string, share?: number): void => {
      if (status.textContent !== words) status.textContent = words
      if (share === undefined) bar.removeAttribute('value')
      else bar.value = share
    },
    end: (): void => root.replaceChildren(document.createElement('slot')),
  }
}
