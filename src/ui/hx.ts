/** How the answer of a request is put in place (htmx 4). `outerMorph` keeps focus and what is typed but not saved. */
type Swap =
  | 'outerMorph'
  | 'innerMorph'
  | 'outerHTML'
  | 'innerHTML'
  | 'before'
  | 'prepend'
  | 'append'
  | 'after'
  | 'delete'
  | 'none'

/** What an element asks the server for, when, and where the answer goes. */
export type HxSettings = {
  readonly get?: string | undefined
  readonly post?: string | undefined
  /** Events with modifiers, `change delay:500ms`. No filters in brackets: the content security policy forbids evaluation. */
  readonly trigger?: string | undefined
  /** Selector of what the answer replaces, `#step`, `closest form`. The element itself when absent. */
  readonly target?: string | undefined
  readonly swap?: Swap | undefined
  /** Selector of the part of the answer that is used. */
  readonly select?: string | undefined
  /** Selectors of further parts of the answer that replace the elements with the same ids. */
  readonly selectOob?: string | undefined
  /** Selector of fields to send besides the element's own. */
  readonly include?: string | undefined
  /** What happens to a request while another is under way, `closest form:queue last`. */
  readonly sync?: string | undefined
  /** Selector of what shows that something is being fetched. */
  readonly indicator?: string | undefined
  /** Selector of the buttons that rest meanwhile. */
  readonly disable?: string | undefined
  /** Own address that the browser's bar shows afterwards, or true for the requested one. */
  readonly pushUrl?: string | boolean | undefined
  readonly encoding?: 'multipart/form-data' | undefined
}

const names = [
  ['get', 'hx-get'],
  ['post', 'hx-post'],
  ['trigger', 'hx-trigger'],
  ['target', 'hx-target'],
  ['swap', 'hx-swap'],
  ['select', 'hx-select'],
  ['selectOob', 'hx-select-oob'],
  ['include', 'hx-include'],
  ['sync', 'hx-sync'],
  ['indicator', 'hx-indicator'],
  ['disable', 'hx-disable'],
  ['pushUrl', 'hx-push-url'],
  ['encoding', 'hx-encoding'],
] as const satisfies readonly (readonly [keyof HxSettings, `hx-${string}`])[]

/** The htmx attributes of an element, to be spread: `<form {...hx({ post: '/utkast', trigger: 'change' })}>`. The only way to write them, since TSX lets any hyphenated name pass. */
export function hx(settings: HxSettings): Readonly<Record<`hx-${string}`, string>> {
  const attributes: Record<`hx-${string}`, string> = {}
  for (const [key, name] of names) {
    const value = settings[key]
    if (value !== undefined) attributes[name] = String(value)
  }
  return attributes
}
