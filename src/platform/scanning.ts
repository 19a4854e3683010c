/** What a scanner says of a file: nothing known was found in it, or something was, by the scanner's name for it. */
export type Verdict = { readonly kind: 'clean' } | { readonly kind: 'infected'; readonly name: string }

/** A file on its way through the scanner. */
export type Scan = {
  /** Hands over the next bytes. Throws `ScannerUnavailable`. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  /** Says that all has been handed over, and waits for what was found. Throws `ScannerUnavailable`. */
  readonly verdict: () => Promise<Verdict>
  /** Lets go of a scan whose outcome nobody needs. */
  readonly abandon: () => void
}

/** Looks for viruses in files. */
export type VirusScanner = {
  /** Begins to scan one file. Throws `ScannerUnavailable`. */
  readonly begin: () => Promise<Scan>
}

/** The scanner can't be reached, or didn't scan to the end. The message is for operators. */
export class ScannerUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ScannerUnavailable'
  }
}
