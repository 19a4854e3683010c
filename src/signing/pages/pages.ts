import type { Page } from '../../platform/http/page.ts'
import type { SigningPorts } from '../ports.ts'
import { askAgainPage } from './ask-again.ts'
import { askingPages } from './asking.tsx'
import { contactPage } from './contact.tsx'
import { declinePage } from './decline.tsx'
import { invitationPage } from './invitation.tsx'
import { notFetchedPage } from './not-fetched.tsx'
import { remindPage } from './remind.ts'
import { requestPage } from './request.tsx'
import { sealedFilePage } from './sealed-file.ts'
import { signWithPage } from './sign-with.tsx'
import { signaturePage } from './signature.tsx'

/** The owner's page of a sealed draft and what they can do with it; what those read who have been asked to sign, and the ways to sign. */
export const signingPages = (ports: SigningPorts): readonly Page[] => [
  requestPage(ports),
  remindPage(ports),
  askAgainPage(ports),
  contactPage(ports),
  ...askingPages(ports),
  invitationPage(ports),
  signaturePage(ports),
  declinePage(ports),
  signWithPage(ports),
  notFetchedPage,
  sealedFilePage,
]
