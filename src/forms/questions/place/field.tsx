import { OwnPosition } from '../../../ui/form/own-position.tsx'
import { QuestionFrame } from '../../../ui/form/question-frame.tsx'
import { TextArea } from '../../../ui/form/text-area.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { partId } from '../../names.ts'
import type { AnswerProblem } from '../../problem.ts'
import type { FieldProps } from '../../question-type.ts'
import { findingsOf } from '../address-search/search.ts'
import { SearchResults } from '../address-search/search-results.tsx'
import { firstProblem, helpOf } from '../frame/labels.tsx'
import { type PlaceQuestion, placeQuery, type TypedPlace } from './typed.ts'

/**
 * A place by an address with what was found beside it, by where the browser is, or in words. Coordinates are folded away until there are
 * some: few have them at hand.
 */
export function PlaceField(props: FieldProps<TypedPlace, PlaceQuestion>) {
  const texts = useTexts()
  const { t } = texts
  const { question, name, id, typed, problems } = props
  const problemOf = (is: (problem: AnswerProblem) => boolean) => firstProblem(question, problems.filter(is), texts)
  const position = partId(id, 'position')
  const positionProblem = problemOf(({ part }) => part === 'position')
  return (
    <QuestionFrame
      id={partId(id, 'group')}
      label={texts.pick(question.label)}
      {...helpOf(question, texts, t('forms.place.one-is-enough'))}
      problem={problemOf(isMissing)}
      mandatory={question.mandatory}
      group
    >
      <TextField
        name={`${name}.search`}
        id={id}
        label={t('forms.place.search')}
        problem={problemOf((problem) => problem.part === undefined && !isMissing(problem))}
        value={typed.search}
        autocomplete="off"
        width="l"
      />
      <SearchResults {...props} findings={findingsOf(typed, placeQuery(typed))} />
      <OwnPosition box={position} />
      <details class="folded" open={typed.position !== '' || positionProblem !== undefined}>
        <summary>{t('forms.place.by-position')}</summary>
        <TextField
          name={`${name}.position`}
          id={position}
          label={t('forms.place.position')}
          help={t('forms.place.position-help')}
          problem={positionProblem}
          value={typed.position}
          autocomplete="off"
        />
      </details>
      <TextArea
        name={`${name}.words`}
        id={partId(id, 'words')}
        label={t('forms.place.words')}
        help={t('forms.place.words-help')}
        problem={problemOf(({ part }) => part === 'words')}
        value={typed.words}
        rows={3}
        limit={question.maxLength}
      />
    </QuestionFrame>
  )
}

/** That nothing was filled in is said of the whole question. */
const isMissing = ({ key }: AnswerProblem): boolean => key === 'forms.missing.place'
