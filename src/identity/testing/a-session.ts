import { anonymous, type Citizen, type StaffMember } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { getTenant } from '../../tenants/public.ts'
import { openCitizenSession, openStaffSession } from '../commands/open-session.ts'

/** A level of assurance (acr) that the demonstration municipalities accept. */
export const aLevel = 'http://id.swedenconnect.se/loa/1.0/uncertified-loa3'

/** Somebody's session, and the secret of its cookie. */
type ASession<Actor> = { readonly ctx: Context & { readonly actor: Actor }; readonly token: string }

/** Somebody with a Swedish number who has just logged in; in a browser without a name, and not protected, unless told. */
export async function aCitizenSession(
  ctx: Context,
  number: string,
  { browser, isProtected }: { readonly browser?: string; readonly isProtected?: boolean } = {},
): Promise<ASession<Citizen>> {
  const claimed = {
    scheme: 'swedish-number',
    number,
    facts: isProtected ? undefined : { givenName: 'Kanarina', surname: 'Röjdsson' },
  } as const
  const { actor, token } = await openCitizenSession(
    { ...ctx, actor: anonymous },
    {
      tenant: await getTenant(ctx),
      method: 'region',
      browser,
      identity: { claimed, level: aLevel, reference: undefined },
    },
    { registers: { of: async () => undefined } },
  )
  return { ctx: { ...ctx, actor }, token }
}

/** A staff member of the municipality's provider who has just logged in, with the provider's groups. */
export async function aStaffSession(
  ctx: Context,
  staff: {
    readonly subject: string
    readonly providerGroups: readonly string[]
    readonly refreshToken: string | undefined
  },
): Promise<ASession<StaffMember>> {
  const tenant = await getTenant(ctx)
  const session = await openStaffSession(
    { ...ctx, actor: anonymous },
    {
      tenant,
      method: 'medarbetare',
      browser: undefined,
      level: aLevel,
      claims: {
        sub: staff.subject,
        name: 'Kanarina Röjdsson',
        email: 'kanarina@kommun.example',
        [tenant.staffLogin.groupsClaim]: staff.providerGroups,
      },
      refreshToken: staff.refreshToken,
    },
  )
  if (!session.ok) throw new Error(session.error)
  return { ctx: { ...ctx, actor: session.value.actor }, token: session.value.token }
}
