import { AutoSave } from './auto-save.ts'
import { focusProblems } from './focus-problems.ts'
import { followRules } from './follow-rules.ts'
import { configureHtmx } from './htmx.ts'
import { keepAlone } from './keep-alone.ts'
import { leaveOnce } from './leave-once.ts'
import { fillPositions } from './own-position.ts'
import { sendFilesFirst } from './resumable-files.ts'
import { SessionClock } from './session-clock.ts'
import { SessionOver } from './session-over.ts'
import { countCharacters } from './text-limits.ts'

// Every page works without this file; it only makes some things nicer.
configureHtmx()
leaveOnce()
customElements.define('auto-save', AutoSave)
customElements.define('session-clock', SessionClock)
customElements.define('session-over', SessionOver)
focusProblems()
countCharacters()
keepAlone()
followRules()
sendFilesFirst()
fillPositions()
