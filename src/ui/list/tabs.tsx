export type Tab = {
  readonly href: string
  readonly label: string
  /** A count or word beside the label: "1 nytt". */
  readonly note?: string | undefined
  readonly current?: boolean | undefined
}

type TabsProps = { readonly label: string; readonly tabs: readonly Tab[] }

/** The pages of one thing: links, not a widget, so that each has its address. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.note ? <span class="tab-note"> ({tab.note})</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
