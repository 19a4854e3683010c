import { z } from 'zod'
import { download } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { Id } from '../../platform/ids.ts'
import { openAttachment } from '../queries/open-attachment.ts'

const params = z.object({ case: Id, message: Id, file: Id })

const attachmentPage = (path: string, area: 'citizen' | 'staff'): Page =>
  page(`${path}/:case/meddelanden/:message/bilagor/:file`, {
    area,
    params,
    async get({ ctx, params: { case: caseId, message: messageId, file: fileId } }) {
      return download(await openAttachment(ctx, { caseId, messageId, fileId }))
    },
  })

/** An attachment of a message, for its case's parties. */
export const myAttachmentPage = attachmentPage('/mina-sidor/arenden', 'citizen')

/** An attachment of a message, for the group that handles its case. */
export const staffAttachmentPage = attachmentPage('/handlaggning/arenden', 'staff')
