import type { KeptDetails } from '../forms/kept-details.ts'
import {
  beginLogin,
  identifiedRecently,
  keepInterruptedPost,
  keptAt,
  loginCookie,
  readSession,
} from '../identity/public.ts'
import type { Context } from '../platform/context.ts'
import { type Answer, redirect } from '../platform/http/answer.ts'
import type { CookieNames } from '../platform/http/cookies.ts'
import type { PostedForm, RequestFacts } from '../platform/http/page.ts'
import { detailsWith } from '../portal/public.ts'
import { getTenant } from '../tenants/public.ts'
import { loginAddress } from '../ui/page/navigation.ts'

type LatePost = { readonly draft: string; readonly step: string; readonly form: PostedForm }

/** What other rooms' pages need of the login. */
export const loginPorts = (cookies: CookieNames) => ({
  /** Leads to the login with the wish to start an e-service, which goes on by itself afterwards. */
  beginLogin: async (
    ctx: Context,
    _request: RequestFacts,
    wish: { readonly kind: 'start'; readonly service: string },
  ): Promise<Answer> => {
    const browser = await beginLogin(ctx, { area: 'citizen', returnTo: `/e-tjanster/${wish.service}`, wish })
    return toLogin(loginAddress(undefined), cookies, browser)
  },

  /** When the browser's session has ended: keeps what was sent for the same person, and leads to the login and back. */
  afterSessionEnd: async (
    ctx: Context,
    request: RequestFacts,
    post: LatePost | undefined,
  ): Promise<Answer | undefined> => {
    const session = await readSession(ctx, await getTenant(ctx), 'citizen', request.cookie(cookies.citizen), true)
    if (session.kind !== 'ended' || !session.owner) return undefined
    if (!post) return redirect(loginAddress(request.path, 'utgangen'))
    const kept = await keepInterruptedPost(ctx, session.owner, { kind: 'step', ...post })
    if (!kept) return undefined
    const browser = await beginLogin(ctx, {
      area: 'citizen',
      returnTo: `/utkast/${post.draft}/${post.step}`,
      wish: { kind: 'resume', post: kept },
    })
    return toLogin(loginAddress(undefined, 'sparad'), cookies, browser)
  },

  /** The same for a page that shows again what was posted to it (`resumed`). */
  keepTyped: async (ctx: Context, request: RequestFacts, form: PostedForm): Promise<Answer | undefined> => {
    const session = await readSession(ctx, await getTenant(ctx), 'citizen', request.cookie(cookies.citizen), true)
    if (session.kind !== 'ended' || !session.owner) return undefined
    const [path = request.path] = request.path.split('?', 1)
    const kept = await keepInterruptedPost(ctx, session.owner, { kind: 'page', path, form, lostFiles: false })
    return kept === undefined ? undefined : redirect(loginAddress(keptAt(path, kept), 'sparad'))
  },

  mayMoveNotices: identifiedRecently,

  /** Keeps new contact details that somebody gave in an e-service until they have shown who they are. Answers where they do that. */
  holdDetails: async (ctx: Context, details: KeptDetails): Promise<string | undefined> => {
    if (ctx.actor.kind !== 'citizen') return undefined
    const change = await detailsWith(ctx, details)
    const kept = await keepInterruptedPost(ctx, ctx.actor, { kind: 'details', ...change })
    return kept && keptAt(change.path, kept)
  },

  /**
   * Keeps new contact details of somebody who is logged in, and asks them to show once more who they are: then they are changed by themselves. Who
   * turns back instead finds them in the fields of their page, at `path`.
   */
  identifyAgain: async (
    ctx: Context,
    change: { readonly path: string; readonly form: PostedForm },
  ): Promise<Answer> => {
    const { actor } = ctx
    const kept =
      actor.kind === 'citizen' ? await keepInterruptedPost(ctx, actor, { kind: 'details', ...change }) : undefined
    if (!kept) return redirect(loginAddress(change.path))
    const browser = await beginLogin(ctx, {
      area: 'citizen',
      purpose: 'again',
      returnTo: keptAt(change.path, kept),
      wish: { kind: 'resume', post: kept },
    })
    return toLogin(loginAddress(undefined), cookies, browser)
  },
})

const toLogin = (path: string, cookies: CookieNames, browser: string): Answer =>
  redirect(path, { cookies: [loginCookie(cookies, browser)] })
