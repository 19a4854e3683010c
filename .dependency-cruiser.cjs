// The arrows of the house, as docs/architecture.md draws them. What is not allowed here is forbidden.

/** Domains in their order: each may use the doors of those before it. */
const domains = [
  'tenants',
  'people',
  'identity',
  'organisations',
  'files',
  'catalogue',
  'drafts',
  'signing',
  'cases',
  'messages',
  'bookings',
  'queues',
  'documents',
]
/** React to what happens in every domain. */
const reactions = ['notices', 'audit', 'statistics']
/** Compose several domains on one page. */
const composers = ['portal', 'workplace']
const either = (names) => `(${names.join('|')})`
const rooms = [...domains, ...reactions, ...composers]

/** Only through the door of an earlier domain. */
const domainRules = domains.map((domain, index) => ({
  name: `${domain}-uses-earlier-doors`,
  comment: `${domain} may import platform, ui, forms, itself, and public.ts of the domains before it.`,
  severity: 'error',
  from: { path: `^src/${domain}/` },
  to: {
    path: '^(src|simulators|script|tests)/',
    pathNot: [
      `^src/(platform|ui|forms|${domain})/`,
      ...(index > 0 ? [`^src/${either(domains.slice(0, index))}/public\\.ts$`] : []),
    ],
  },
}))

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'platform-knows-nobody',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: '^src/platform/testing/' },
      to: { path: '^(src|simulators|script|tests)/', pathNot: '^src/platform/' },
    },
    {
      name: 'ui-uses-texts',
      comment: 'ui may import nothing of ours but the texts of the platform.',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^(src|simulators|script|tests)/', pathNot: ['^src/ui/', '^src/platform/texts/'] },
    },
    {
      name: 'forms-is-pure',
      severity: 'error',
      from: { path: '^src/forms/' },
      to: { path: '^(src|simulators|script|tests)/', pathNot: ['^src/forms/', '^src/platform/texts/', '^src/ui/'] },
    },
    {
      name: 'only-fields-use-ui',
      comment: 'In forms, only what shows a question imports the design system.',
      severity: 'error',
      from: { path: '^src/forms/', pathNot: '\\.tsx$' },
      to: { path: '^src/ui/' },
    },
    {
      name: 'rules-run-in-browsers',
      comment: 'forms/rules imports nothing but its own files and the one library that evaluates expressions.',
      severity: 'error',
      from: { path: '^src/forms/rules/' },
      to: {
        path: '.',
        pathNot: ['^src/forms/rules/', '^node_modules/json-logic-js/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    ...domainRules,
    {
      name: 'reactions-use-doors',
      comment: "notices, audit and statistics may import everybody's events.ts and public.ts.",
      severity: 'error',
      from: { path: `^src/${either(reactions)}/` },
      to: {
        path: '^(src|simulators|script|tests)/',
        pathNot: ['^src/(platform|ui|forms)/', '^src/$1/', `^src/${either(rooms)}/(public|events)\\.ts$`],
      },
    },
    {
      name: 'only-composers-use-reactions',
      severity: 'error',
      from: { path: `^src/${either(domains)}/` },
      to: { path: `^src/${either([...reactions, ...composers])}/` },
    },
    {
      name: 'composers-use-doors',
      severity: 'error',
      from: { path: `^src/${either(composers)}/` },
      to: {
        path: '^(src|simulators|script|tests)/',
        pathNot: ['^src/(platform|ui|forms)/', '^src/$1/', `^src/${either(rooms)}/public\\.ts$`],
      },
    },
    {
      name: 'nobody-imports-composers',
      severity: 'error',
      from: { path: `^src/${either([...domains, ...reactions])}/` },
      to: { path: `^src/${either(composers)}/` },
    },
    {
      name: 'client-is-small',
      severity: 'error',
      from: { path: '^src/client/' },
      to: {
        path: '.',
        pathNot: ['^src/client/', '^src/forms/rules/', '^src/ui/', 'node_modules/(htmx\\.org|tus-js-client)/'],
      },
    },
    {
      name: 'simulators-stand-alone',
      severity: 'error',
      from: { path: '^simulators/' },
      to: { path: '^(src|script|tests)/', pathNot: '^tests/support/' },
    },
    {
      name: 'product-without-simulators',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(simulators|script|tests)/', pathNot: '^tests/support/' },
    },
    { name: 'no-unknown-imports', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-development-packages',
      severity: 'error',
      from: { path: '^(src|simulators)/', pathNot: '(\\.test\\.tsx?$|/testing/)' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.test\\.tsx?$', '/testing/'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
