import { put } from './htmx.ts'
import { setAhead } from './keep-shown.ts'
import { type SaveQueue, type Sent, saveQueue } from './save-queue.ts'
import { sessionLives } from './session-lives.ts'

/** Milliseconds without a key pressed before what was typed is saved; a choice is saved sooner, since it may open questions. */
const afterTyping = 1_000
const afterChoice = 150
/** Milliseconds before another try when the server can't be reached. */
const beforeRetry = 5_000
/** Milliseconds that the server has for its answer. */
const patience = 15_000

/** Saves the form inside while somebody writes. The server's page around it says what is told. */
export class AutoSave extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #queue: SaveQueue | undefined
  /** The form has been submitted: the page is about to be left. */
  #leaving = false
  /** The form can't be saved any more: another window has gone on with it. */
  #isLocked = false
  /** The last post got no answer. */
  #isCutOff = false

  connectedCallback(): void {
    const form = this.querySelector('form')
    if (!form) return
    this.#queue = saveQueue({
      collect: () => collect(form),
      typedOf,
      send: async (body) => await this.#send(body),
      put: async (html, isAhead) => await this.#put(form, html, isAhead),
      tell: (state) => this.#tell(state),
    })
    form.addEventListener('input', () => this.#saveIn(afterTyping))
    form.addEventListener('change', () => this.#saveIn(afterChoice))
    form.addEventListener('submit', (event) => this.#beforeSubmit(form, event))
    window.addEventListener('online', () => this.#saveIn(0))
    window.addEventListener('pageshow', () => {
      this.#leaving = false
    })
    // Hidden: perhaps for good. Shown again: timers may have slept as long as a phone in a pocket.
    document.addEventListener('visibilitychange', () => this.#saveIn(0))
    window.addEventListener('beforeunload', (event) => {
      if (this.#isCutOff && !this.#leaving) event.preventDefault()
    })
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
  }

  #saveIn(milliseconds: number): void {
    if (this.#leaving) return
    clearTimeout(this.#timer)
    if (milliseconds === 0) void this.#queue?.save()
    else this.#timer = setTimeout(() => void this.#queue?.save(), milliseconds)
  }

  /**
   * A submit waits for a save that is under way (without a connection it begins one), and stays on the page when the server can't be
   * reached: leaving would lose what stands there. It stays, too, when the save brought what another window has answered: nobody has
   * decided what they haven't seen.
   */
  #beforeSubmit(form: HTMLFormElement, event: SubmitEvent): void {
    clearTimeout(this.#timer)
    if (this.#leaving || !this.#queue || (navigator.onLine && !this.#queue.isOpen())) {
      this.#leaving = true
      return
    }
    event.preventDefault()
    const { submitter } = event
    const seen = new Set(conflictsIn(form).map(({ id }) => id))
    void this.#queue.save(navigator.onLine ? undefined : 'always').then(() => {
      if (this.#queue?.isOpen()) return
      const [unseen] = conflictsIn(form).filter(({ id }) => !seen.has(id))
      if (unseen) return unseen.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus()
      this.#leaving = true
      form.requestSubmit(submitter)
    })
  }

  async #send(body: string): Promise<Sent> {
    try {
      const response = await fetch(this.getAttribute('to') ?? '', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'hx-request': 'true' },
        signal: AbortSignal.timeout(patience),
        // Outlives the page, so that what was typed just before leaving is saved; browsers allow it for small bodies only.
        keepalive: body.length < 60_000,
      })
      if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' }
      this.#isLocked = response.status === 423
      if (!response.ok || response.redirected) return { kind: 'refused' }
      sessionLives()
      return { kind: 'saved', answer: await response.text() }
    } catch {
      return { kind: 'unreachable' }
    }
  }

  async #put(form: HTMLFormElement, html: string, isAhead: boolean): Promise<void> {
    this.#isCutOff = false
    setAhead(form, isAhead)
    const select = this.getAttribute('fields') ?? ''
    const target = form.querySelector(select)
    const also = this.getAttribute('status') ?? ''
    if (target && !this.#leaving) await put({ html, source: form, target, select, also })
  }

  #tell(state: 'refused' | 'unreachable'): void {
    const status = document.querySelector(this.getAttribute('status') ?? '')
    this.#isCutOff = state === 'unreachable'
    const words = this.#isCutOff && !navigator.onLine ? 'offline' : !this.#isCutOff && this.#isLocked ? 'locked' : state
    const text = this.getAttribute(words) ?? ''
    if (status && status.textContent !== text) status.textContent = text
    if (state === 'unreachable') this.#saveIn(beforeRetry)
  }
}

/** The questions that show what another window has answered. */
const conflictsIn = (form: HTMLFormElement): readonly Element[] => [...form.querySelectorAll('[data-conflict]')]

/** The form as the browser would send it, line breaks and all, but without files: these go with the form itself. */
function collect(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.replace(/\r\n?|\n/g, '\r\n')]] : [],
  )
  return new URLSearchParams(fields).toString()
}

/** The fields of questions alone. Their names have a prefix; the page's own, such as the revision, haven't. */
function typedOf(form: string): string {
  return new URLSearchParams([...new URLSearchParams(form)].filter(([name]) => name.startsWith('q.'))).toString()
}
