import { Button } from '../../../ui/form/button.tsx'
import { RadioGroup } from '../../../ui/form/radio-group.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { Notice } from '../../../ui/list/notice.tsx'
import { partId, questionAction } from '../../names.ts'
import type { Question } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { firstProblem } from '../frame/labels.tsx'
import { nameOfPlace, propertyOfPlace } from './registered-place.ts'
import type { Findings } from './search.ts'
import { searchAction } from './search-action.ts'
import { provenanceOf } from './words.ts'

type Props = Omit<FieldProps<unknown, Question>, 'typed' | 'facts'> & {
  readonly findings: Findings
  /** Whether the property that an address belongs to stands below it. */
  readonly showProperty?: boolean
}

/** The button "Sök", and below it what the register found to choose among, or what it says instead. */
export function SearchResults({ question, name, id, problems, findings, showProperty }: Props) {
  const texts = useTexts()
  const { t } = texts
  const { lookUp, places, more, place } = findings
  return (
    <>
      <p class="look-up">
        <Button variant="secondary" name="action" value={questionAction(question.id, searchAction)}>
          {t('forms.address.search')}
        </Button>
      </p>
      {places.length > 0 ? (
        <div class="choice-more">
          <RadioGroup
            name={`${name}.chosen`}
            id={partId(id, 'choice')}
            label={t('forms.address.found', { count: places.length })}
            help={more ? t('forms.address.more') : undefined}
            problem={firstProblem(
              question,
              problems.filter(({ part }) => part === 'choice'),
              texts,
            )}
            choices={places.map((one) => ({
              value: one.id,
              label: nameOfPlace(one),
              help: showProperty && one.address !== undefined ? propertyOfPlace(one) : undefined,
            }))}
            value={place?.id}
          />
        </div>
      ) : null}
      {place ? <p class="quiet-line">{provenanceOf(place, texts)}</p> : null}
      {lookUp && lookUp.answer.kind !== 'found' ? (
        <Notice tone="info">
          <p>{t(`forms.address.${lookUp.answer.kind}`)}</p>
        </Notice>
      ) : null}
    </>
  )
}
