import { sessionLivesEvent } from './session-lives.ts'
import { onSessionOver } from './session-over.ts'
import { hasUnsaved } from './unsaved.ts'

/** Milliseconds before the end that the reader is warned (WCAG 2.2.1 asks for at least 20 seconds). */
const warnedBefore = 5 * 60_000
/** Milliseconds between looks at the clock: timers sleep with the machine, the clock doesn't. */
const lookEvery = 5_000

/** Watches until when the reader stays logged in: warns in a dialog, prolongs without leaving the page, and says when it's over. */
export class SessionClock extends HTMLElement {
  #looking: ReturnType<typeof setInterval> | undefined
  #idleEndsAt = 0
  #endsAt = 0
  /** How long a session may rest, as it stood when the page came. */
  #rest = 0
  #isOver = false
  /** The reader has been told of this end, and may have closed what told them. */
  #isWarned = false
  #stopListening = (): void => undefined

  connectedCallback(): void {
    this.#read(this)
    this.querySelector('p')?.setAttribute('role', 'status')
    for (const form of this.querySelectorAll<HTMLFormElement>('form[action$="/forlang"]')) {
      form.addEventListener('submit', (event) => {
        event.preventDefault()
        void this.#prolong(form)
      })
    }
    document.addEventListener(sessionLivesEvent, this.#lives)
    this.#looking = setInterval(() => this.#look(), lookEvery)
    this.#listen()
  }

  disconnectedCallback(): void {
    clearInterval(this.#looking)
    this.#stopListening()
    document.removeEventListener(sessionLivesEvent, this.#lives)
  }

  /** Who has logged out in another tab leaves nothing on the screen of this one, whatever stands there: the next at the computer may be somebody else. */
  #listen(): void {
    const isStaff = this.querySelector('form[action^="/handlaggning/"]') !== null
    this.#stopListening = onSessionOver(isStaff ? 'staff' : 'citizen', () =>
      location.replace(isStaff ? '/handlaggning/utloggad' : '/utloggad'),
    )
  }

  readonly #lives = (): void => {
    this.#idleEndsAt = Date.now() + this.#rest
  }

  #read(from: Element): void {
    this.#idleEndsAt = Date.parse(from.getAttribute('idle-ends-at') ?? '')
    this.#endsAt = Date.parse(from.getAttribute('ends-at') ?? '')
    this.#rest = this.#idleEndsAt - Date.now()
  }

  #look(): void {
    const left = Math.min(this.#idleEndsAt, this.#endsAt) - Date.now()
    const dialog = this.querySelector('dialog')
    if (left <= 0) this.#end()
    // A municipality may let sessions rest so shortly that five minutes are all of it.
    else if (left > Math.min(warnedBefore, this.#rest / 2)) {
      this.#isWarned = false
      dialog?.close()
    } else if (!this.#isWarned) {
      this.#isWarned = true
      dialog?.showModal()
    }
  }

  /** The answer to prolonging is a page, on which the clock stands anew. */
  async #prolong(form: HTMLFormElement): Promise<void> {
    try {
      const fields = [...new FormData(form)].flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      )
      const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(fields) })
      const page = new DOMParser().parseFromString(await response.text(), 'text/html')
      const clock = page.querySelector('session-clock')
      if (!clock) return this.#end()
      this.#read(clock)
      this.querySelector('dialog')?.close()
      const line = this.querySelector('p')
      if (line) line.textContent = clock.querySelector('p')?.textContent ?? ''
    } catch {
      // The server can't be reached: the dialog stays, and the button can be pressed again.
    }
  }

  /** Leads to the login, which says why and leads back. A page on which something stands that nobody has saved is left alone: what is sent from it is kept. */
  #end(): void {
    if (this.#isOver) return
    this.#isOver = true
    clearInterval(this.#looking)
    this.querySelector('dialog')?.close()
    if (hasUnsaved()) return
    const till = location.pathname + location.search
    location.assign(`/logga-in?${new URLSearchParams({ varfor: 'utgangen', till })}`)
  }
}
