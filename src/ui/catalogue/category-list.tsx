import { useTexts } from '../frame.ts'

export type CategoryItem = { readonly href: string; readonly label: string; readonly count: number }

/** The areas of the catalogue with how many services each has. */
export function CategoryList({ categories }: { readonly categories: readonly CategoryItem[] }) {
  const { format } = useTexts()
  return (
    <ul class="categories">
      {categories.map(({ href, label, count }) => (
        <li key={href}>
          <a href={href}>
            {label}
            <span class="count"> {format.number(count)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
