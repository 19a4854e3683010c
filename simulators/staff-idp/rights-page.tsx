import type { VNode } from 'preact'
import { Frame } from '../pages/frame.tsx'
import type { Account, Accounts } from './accounts.ts'

type RightsPageProps = { readonly path: string; readonly municipality: string; readonly accounts: Accounts }

/** Where groups are taken from staff and given back, and accounts closed: what an organisation's own administrators do. */
export function rightsPage({ path, municipality, accounts }: RightsPageProps): VNode {
  return (
    <Frame title="Behörigheter" banner="Simulator — inte en riktig katalog">
      <p class="who">{municipality}</p>
      <h1>Behörigheter</h1>
      <p>Ändringen gäller till dess att simulatorerna startas om. Handslag frågar efter den inom fem minuter.</p>
      {accounts.list().map((account) => (
        <AccountForm key={account.username} path={path} account={account} groups={accounts.groups} />
      ))}
    </Frame>
  )
}

type AccountFormProps = { readonly path: string; readonly account: Account; readonly groups: readonly string[] }

function AccountForm({ path, account, groups }: AccountFormProps) {
  return (
    <form method="post" action={path}>
      <input type="hidden" name="medarbetare" value={account.username} />
      <fieldset>
        <legend>{account.name}</legend>
        <label class="choice">
          <input type="checkbox" name="konto" value="oppet" checked={!account.closed} />
          Kontot är öppet
        </label>
        {groups.map((group) => (
          <label class="choice" key={group}>
            <input type="checkbox" name="grupp" value={group} checked={account.groups.includes(group)} />
            {group}
          </label>
        ))}
      </fieldset>
      <p class="buttons">
        <button type="submit" aria-label={`Spara, ${account.name}`}>
          Spara
        </button>
      </p>
    </form>
  )
}
