import { TextField } from '../../../ui/form/text-field.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { QuestionWith } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { queryOf } from '../address-search/query.ts'
import { findingsOf, type Search } from '../address-search/search.ts'
import { SearchResults } from '../address-search/search-results.tsx'
import { helpOf, labels } from '../frame/labels.tsx'
import type { propertySettings } from './settings.ts'

/** A box for an address or a designation, "Sök", and what was found. Works without a script: the page comes back with what fits. */
export function PropertyField(props: FieldProps<Search, QuestionWith<typeof propertySettings>>) {
  const texts = useTexts()
  const { question, typed, problems } = props
  return (
    <>
      <TextField
        {...labels({ ...props, problems: problems.filter(({ part }) => part !== 'choice') }, texts)}
        {...helpOf(question, texts, texts.t('forms.address.property-help'))}
        name={`${props.name}.search`}
        value={typed.search}
        autocomplete="off"
        width="l"
      />
      <SearchResults {...props} findings={findingsOf(typed, queryOf(typed.search))} showProperty />
    </>
  )
}
