import './events.ts'
import './tables.ts'
import type { Page } from '../platform/http/page.ts'
import { autosavePage } from './pages/autosave.tsx'
import { changedPage } from './pages/changed.tsx'
import { deleteDraftPage } from './pages/delete-draft.tsx'
import { filePicturePage } from './pages/file-picture.ts'
import { savedPage } from './pages/saved.tsx'
import { startPage } from './pages/start.tsx'
import { stepPage } from './pages/step.tsx'
import type { DraftPorts } from './ports.ts'

export { claimVisitorDrafts } from './commands/claim-visitor-drafts.ts'
export { finishUpload } from './commands/finish-upload.ts'
export { giveAccess } from './commands/give-access.ts'
export { keepPartyAnswers } from './commands/keep-party-answers.ts'
export { keepSignature } from './commands/keep-signature.ts'
export { markPrinted } from './commands/mark-printed.ts'
export { markSent } from './commands/mark-sent.ts'
export { openDraft } from './commands/open-draft.ts'
export { receivePart } from './commands/receive-part.ts'
export { reopenDraft } from './commands/reopen-draft.ts'
export { resumePost } from './commands/resume-post.ts'
export { sealDraft } from './commands/seal-draft.ts'
export { startService } from './commands/start-service.ts'
export { startSupplement } from './commands/start-supplement.ts'
export { startUpload, type UploadRefusal } from './commands/start-upload.ts'
export { takeAccess } from './commands/take-access.ts'
export { takeDraft } from './commands/take-draft.ts'
export type { DraftFile } from './content.ts'
export { cleanFileName } from './file-name.ts'
export { sweepDrafts } from './jobs/sweep-drafts.ts'
export type { OpenDraft } from './model.ts'
export { orLogInAgain } from './pages/late.ts'
export { changedPath, deletePath, newUploadPath, printPath, signingPath, stepPath, uploadPath } from './paths.ts'
export type { DraftPorts, ReadFacts } from './ports.ts'
export { findUpload } from './queries/find-upload.ts'
export { getDraft } from './queries/get-draft.ts'
export { isSupplement } from './queries/is-supplement.ts'
export { type ListedDraft, listMyDrafts } from './queries/list-my-drafts.ts'
export { type LockedDraft, lockSealed } from './queries/lock-sealed.ts'
export { type OpenedSealedFile, openSealedFile } from './queries/open-sealed-file.ts'
export { readPartyAnswers } from './queries/read-party-answers.ts'
export { type OpenedCopy, readSealed } from './queries/read-sealed.ts'
export { readSignatures } from './queries/read-signatures.ts'
export { openUnderDraft, type SealedCopy, sealUnderDraft } from './sealed-copy.ts'
export { fillDraft } from './step-state.ts'
export { DraftLayout, type Supplementing } from './views/draft-layout.tsx'
export { draftSteps } from './views/draft-steps.ts'
export { StandingNotices } from './views/standing-notices.tsx'
export { standingText } from './views/standing-text.ts'

/** Starting an e-service, its steps, saving and removing. The review, which sends, belongs to the cases. */
export const draftPages = (ports: DraftPorts): readonly Page[] => [
  startPage(ports),
  stepPage(ports),
  autosavePage(ports),
  savedPage(ports),
  filePicturePage,
  changedPage(ports),
  deleteDraftPage(ports),
]
