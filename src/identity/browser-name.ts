/** Browsers, the most particular first: most call themselves by the names of others, too. */
const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\b(OPR|OPT|Opera)\//],
  ['Samsung', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Headless)?(Chrome|CriOS|Chromium)\//],
  ['Safari', /\bSafari\//],
]

const systems: readonly (readonly [string, RegExp])[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Mac', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
]

const nameIn = (names: readonly (readonly [string, RegExp])[], text: string): string | undefined =>
  names.find(([, pattern]) => pattern.test(text))?.[0]

/** A browser and the system that it runs on, as people call them. */
export type BrowserName = { readonly browser: string; readonly system: string }

/**
 * What to call a browser so that its owner knows it again and nobody else does, such as `Firefox/Windows`: of what it says of itself
 * (User-Agent) neither version nor model is kept. Undefined for what is neither a known browser nor a known system.
 */
export function browserNameOf(userAgent: string | undefined): string | undefined {
  const browser = nameIn(browsers, userAgent ?? '')
  const system = nameIn(systems, userAgent ?? '')
  return browser && system ? `${browser}/${system}` : undefined
}

/** The two parts of a name as `browserNameOf` gives it. */
export function partsOfBrowserName(name: string): BrowserName {
  const [browser = name, system = ''] = name.split('/', 2)
  return { browser, system }
}
