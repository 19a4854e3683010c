import { resumePost } from '../drafts/public.ts'
import type { IdentityPorts } from '../identity/public.ts'
import { applyKeptDetails } from '../portal/public.ts'

/** Does what somebody had sent before they showed (again) who they are. Answers the path to go on at. */
export const resumeKept: IdentityPorts['resumePost'] = async (ctx, post) => {
  switch (post.kind) {
    case 'step':
      return await resumePost(ctx, post)
    case 'details':
      return await applyKeptDetails(ctx, post.form)
    case 'page':
      // What was typed comes back in its fields; there is nothing to do.
      return post.path
  }
}
