import { AutoSave } from './auto-save.ts'
import { focusProblems } from './focus-problems.ts'
import { configureHtmx } from './htmx.ts'
import { SessionClock } from './session-clock.ts'
import { countCharacters } from './text-limits.ts'

// Every page works without this file; it only makes some things nicer.
configureHtmx()
customElements.define('auto-save', AutoSave)
customElements.define('session-clock', SessionClock)
focusProblems()
countCharacters()
