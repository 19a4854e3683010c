import { RadioGroup } from '../../../ui/form/radio-group.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { partId } from '../../names.ts'
import type { FieldProps } from '../../question-type.ts'
import { firstProblem, helpOf, labels } from '../frame/labels.tsx'
import { type ListQuestion, listedIn, nameOf, search } from './listed.ts'

type Typed = { readonly search: string; readonly chosen: string }

/** How many found options can be chosen among at a time. */
export const mostShown = 20

/** Longer lists than this are not sent along with the page as the browser's own suggestions. */
const mostSuggested = 300

/** A box to search in, and below it what was found. Works without a script: the page comes back with what fits. */
export function SearchableListField(props: FieldProps<Typed, ListQuestion>) {
  const texts = useTexts()
  const { question, name, id, typed, problems } = props
  const { exact, found } = search(question, typed.search)
  const shown = exact || found.length > mostShown ? [] : found
  const listed = listedIn(question)
  const ofChoice = problems.filter(({ part }) => part === 'choice')
  return (
    <>
      <TextField
        {...labels({ ...props, problems: problems.filter((problem) => !ofChoice.includes(problem)) }, texts)}
        {...helpOf(question, texts, texts.t('forms.list.search'))}
        name={`${name}.search`}
        value={typed.search}
        autocomplete="off"
        suggestions={listed.length <= mostSuggested ? listed.map((one) => nameOf(one, texts)) : undefined}
      />
      {shown.length > 0 ? (
        <div class="choice-more">
          <RadioGroup
            name={`${name}.chosen`}
            id={partId(id, 'choice')}
            label={texts.t('forms.list.found', { count: shown.length })}
            problem={firstProblem(question, ofChoice, texts)}
            choices={shown.map((one) => ({ value: one.id, label: nameOf(one, texts) }))}
            value={typed.chosen}
          />
        </div>
      ) : null}
    </>
  )
}
