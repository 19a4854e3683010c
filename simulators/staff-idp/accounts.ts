import type { StaffMember } from './staff.ts'

/** A staff member's account as it stands now: what the provider says of them when it is asked. */
export type Account = StaffMember & { readonly closed: boolean }

/** The accounts of a municipality, which can be changed while the process lives. */
export type Accounts = {
  readonly list: () => readonly Account[]
  /** Closed ones, too. */
  readonly find: (username: string) => Account | undefined
  /** Leaves everything as it is when there is no such account. Groups that no account of the municipality began with are passed over. */
  readonly change: (username: string, to: { readonly groups: readonly string[]; readonly closed: boolean }) => void
  /** All groups that there are. */
  readonly groups: readonly string[]
}

/** The accounts of some staff, all open and with their groups. */
export function openAccounts(members: readonly StaffMember[]): Accounts {
  const accounts = new Map<string, Account>(members.map((member) => [member.username, { ...member, closed: false }]))
  const groups = [...new Set(members.flatMap((member) => member.groups))].toSorted()
  return {
    list: () => [...accounts.values()],
    find: (username) => accounts.get(username),
    change: (username, to) => {
      const account = accounts.get(username)
      if (!account) return
      accounts.set(username, {
        ...account,
        closed: to.closed,
        groups: groups.filter((group) => to.groups.includes(group)),
      })
    },
    groups,
  }
}
