export { writeEntries } from './reactions/write-entries.ts'
