import { expect, test } from 'vitest'
import { getServiceVersion, ServiceDefinition } from '../../catalogue/public.ts'
import { aCitizen, someFacts } from '../../drafts/testing/a-draft.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { aFilledDraft, aFormService, aHandler, send } from '../testing/a-case.ts'
import { getMyCase } from './get-my-case.ts'
import { listSubmissions } from './list-submissions.ts'
import { openReview } from './open-review.ts'

const database = await testDatabase()
const ada = database.context({ actor: await aCitizen(database) })
const hugo = database.context({ actor: await aHandler(database) })

/** What the checks of today refuse, one of each kind of check. */
const faults: readonly (readonly [string, object])[] = [
  ['limits that cross', { id: 'antal', type: 'number', label: { sv: 'Hur många?' }, min: 5, max: 3 }],
  [
    'a rule that means nothing',
    { id: 'mer', type: 'text', label: { sv: 'Mer?' }, when: { '==': [{ var: 'ingen' }, 1] } },
  ],
  [
    'a question that nobody ever sees',
    {
      id: 'aldrig',
      type: 'text',
      label: { sv: 'Aldrig?' },
      when: { and: [{ '==': [{ var: 'plats' }, 'a'] }, { '==': [{ var: 'plats' }, 'b'] }] },
    },
  ],
]

test.each(faults)(
  'a version that was published before a check refused %s opens for its drafts and cases',
  async (_what, fault) => {
    const current = await aFormService(database.context(), { shortName: 'gammal' })
    const [row] = await database.query('select definition from catalogue.service_version where version_id = $1', [
      current.versionId,
    ])
    const definition = JSON.parse(JSON.stringify(row?.definition))
    definition.form.steps[0].questions.push(fault)
    expect(ServiceDefinition.safeParse(definition).success).toBe(false)
    const [old] = await database.query(
      `insert into catalogue.service_version
       (tenant_id, version_id, service_id, number, schema_version, definition, digest, published_at)
     select tenant_id, gen_random_uuid(), service_id, 1 + (select max(number) from catalogue.service_version), 1, $2, digest, now()
     from catalogue.service_version where version_id = $1 returning version_id`,
      [current.versionId, definition],
    )
    const service = await getServiceVersion(ada, String(old?.version_id))
    const draft = await aFilledDraft(ada, { service })
    expect(await openReview(ada, someFacts, draft)).toMatchObject({ kind: 'review', review: { problems: [] } })
    const { caseId } = await send(ada, draft)
    expect((await getMyCase(ada, caseId)).service.versionId).toBe(service.versionId)
    expect((await listSubmissions(hugo, caseId)).map(({ answers }) => answers.plats)).toEqual(['Storgatan 1'])
  },
)
