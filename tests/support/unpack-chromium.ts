import chromium from '@sparticuz/chromium'

// A program of its own, since the package unpacks to the folder that TMPDIR names for the whole process.
await chromium.executablePath()
