export { blobOf, fileKeyBinding, insertFile, openFile, type StoredFile } from './file.ts'
export { sweepOrphans } from './jobs/sweep-orphans.ts'
export { receiveInto } from './receive.ts'
export { storeOwnFile } from './store.ts'
