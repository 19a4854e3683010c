import type { ComponentChildren } from 'preact'
import { Heading, type HeadingLevel } from './heading.tsx'
import { type RowAction, RowActionControl } from './row-action.tsx'

export type Todo = {
  readonly title: string
  readonly text?: ComponentChildren
  readonly action: RowAction
}

type TodoListProps = { readonly items: readonly Todo[]; readonly level?: HeadingLevel | undefined }

/** What the reader must do, each with the one button that does it. */
export function TodoList({ items, level = 3 }: TodoListProps) {
  return (
    <ul class="todos">
      {items.map((item) => (
        <li class="todo" key={item.action.href ?? item.action.post}>
          <div class="todo-what">
            <Heading level={level} class="row-title">
              {item.title}
            </Heading>
            {item.text ? <p>{item.text}</p> : null}
          </div>
          <RowActionControl action={item.action} look="button" />
        </li>
      ))}
    </ul>
  )
}
