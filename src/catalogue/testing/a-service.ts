import { system } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { actingAs } from '../../platform/context.ts'
import { publishService } from '../commands/publish-service.ts'
import { saveCategories } from '../commands/save-categories.ts'
import type { PaperForm, Service } from '../model.ts'
import { findPaperForm, getServiceVersion } from '../queries/get-service-version.ts'

const words = (text: string) => ({ sv: text, en: `${text} (English)` })

/** A complete definition of an e-service as JSON, with whatever a test cares about in `settings`. */
export const aDefinition = (settings: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  schemaVersion: 1,
  kind: 'electronic',
  shortName: 'provtjanst',
  title: words('Provtjänst'),
  summary: words('En e-tjänst för prov.'),
  category: 'prov',
  icon: 'file',
  keywords: { sv: ['prov'] },
  synonyms: { sv: [] },
  purpose: words('Till för prov.'),
  needed: [words('Ingenting')],
  fee: words('Gratis.'),
  handlingTime: words('En dag.'),
  handledBy: words('Provenheten.'),
  personalData: {
    controller: words('Provnämnden'),
    purpose: words('Att pröva'),
    legalBasis: words('Uppgift av allmänt intresse'),
    recipients: words('Ingen'),
    retention: words('Gallras efter provet'),
    officer: 'dataskydd@prov.example',
  },
  contact: { unit: words('Provenheten'), phone: '0900-12 34 00', email: 'prov@prov.example', hours: words('alltid') },
  law: words('Provlagen.'),
  appeal: { kind: 'none' },
  login: 'required',
  withoutEid: words('Ring oss.'),
  group: 'gata-park',
  supplement: 'form',
  showCaseWorker: true,
  receipt: 'received',
  statuses: [
    aStatus('inkommet', 'received'),
    aStatus('under-handlaggning', 'in-progress'),
    aStatus('vantar-pa-komplettering', 'waiting-for-citizen'),
    aStatus('kompletterat', 'supplemented'),
    aStatus('beslut-fattat', 'decided'),
    aStatus('avslutat', 'closed'),
    aStatus('aterkallat', 'withdrawn'),
  ],
  form: {
    steps: [
      {
        id: 'fragor',
        title: words('Frågor'),
        questions: [
          { id: 'kontakt', type: 'contact', label: words('Kontaktuppgifter'), address: 'shown' },
          { id: 'namn', type: 'text', label: words('Vad heter det?'), mandatory: true },
          { id: 'fler', type: 'yes-no', label: words('Vill du säga mer?') },
          { id: 'mer', type: 'long-text', label: words('Säg mer'), when: { var: 'fler' } },
        ],
      },
      {
        id: 'bilagor',
        title: words('Bilagor'),
        questions: [{ id: 'bilagor', type: 'attachments', label: words('Bilagor'), maxFiles: 2 }],
      },
    ],
  },
  ...settings,
})

/** A complete definition of a form on paper as JSON, that can be filled in on screen. */
export function aPaperForm(settings: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  const { form, login, group, statuses, supplement, showCaseWorker, receipt, withoutEid, ...startPage } = aDefinition()
  return {
    ...startPage,
    kind: 'paper-form',
    shortName: 'provblankett',
    title: words('Provblankett'),
    fillable: true,
    enclosures: [words('Ett intyg')],
    signatures: [{ heading: words('Du som provar'), statement: words('Jag provar blanketten.') }],
    postalAddress: words('Box 17, 900 01 Exempelköping'),
    office: { name: words('Receptionen'), address: words('Storgatan 10'), openingHours: words('vardagar 9–16') },
    form: {
      steps: [
        {
          id: 'fragor',
          title: words('Frågor'),
          questions: [
            { id: 'namn', type: 'text', label: words('Vad heter det?'), mandatory: true },
            { id: 'fler', type: 'yes-no', label: words('Vill du säga mer?') },
            { id: 'mer', type: 'long-text', label: words('Säg mer'), when: { var: 'fler' } },
          ],
        },
      ],
    },
    ...settings,
  }
}

/** A status as JSON, named by its id. */
export const aStatus = (id: string, kind: string) => ({ id, kind, name: words(id), meaning: words(`Det är ${id}.`) })

/** Publishes a service in the context's municipality, with `settings` in place of the defaults. */
export const aService = async (ctx: Context, settings: Readonly<Record<string, unknown>> = {}): Promise<Service> =>
  await getServiceVersion(actingAs(ctx, system), await published(ctx, aDefinition(settings)))

/** Publishes a form on paper, likewise. */
export async function aPublishedForm(
  ctx: Context,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<PaperForm> {
  const form = await findPaperForm(actingAs(ctx, system), await published(ctx, aPaperForm(settings)))
  if (!form) throw new Error('The form on paper is not there')
  return form
}

/** Publishes a definition; answers the id of its version. */
async function published(ctx: Context, definition: unknown): Promise<string> {
  const asSystem = actingAs(ctx, system)
  await saveCategories(asSystem, [{ name: 'prov', title: { sv: 'Prov', en: 'Trial' } }])
  const result = await publishService(asSystem, definition)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value.versionId
}
