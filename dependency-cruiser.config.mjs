// The import boundaries by resolved file: what "Who may know whom" in docs/architecture.md describes.
const never = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
});

/** Folders below src that `folder` may import, besides itself. Everything else below src is refused. */
const mayImport = {
  core: [],
  views: ['core', 'language', 'sandbox', 'connections'],
  language: ['core'],
  files: ['core'],
  extract: ['core', 'files'],
  tenant: ['core'],
  loopback: ['tenant'],
  sandbox: ['core', 'files', 'tenant'],
  connections: ['core', 'tenant', 'sandbox'],
  transport: ['core', 'tenant'],
  signIn: ['core', 'files', 'tenant', 'connections'],
  doctor: ['core', 'language', 'tenant', 'connections'],
  runs: ['core', 'files'],
  sending: ['core', 'language', 'files', 'extract', 'tenant', 'connections', 'runs'],
  preview: ['core'],
  webview: ['core', 'preview'],
  worker: ['core', 'files', 'extract', 'preview', 'runs', 'sending'],
  cli: [
    'core',
    'files',
    'language',
    'extract',
    'tenant',
    'loopback',
    'transport',
    'signIn',
    'sandbox',
    'connections',
    'doctor',
    'runs',
    'sending',
  ],
  host: [
    'core',
    'files',
    'views',
    'language',
    'extract',
    'tenant',
    'loopback',
    'transport',
    'signIn',
    'sandbox',
    'connections',
    'doctor',
    'runs',
    'sending',
    'preview',
    'worker',
  ],
};

/** The folders of core. Each may import those before it and none after it. */
const coreChain = [
  'text',
  'problems',
  'json',
  'expression',
  'search',
  'scim',
  'bytes',
  'csv',
  'mapping',
  'profile',
  'convert',
  'payload',
  'jobSchema',
  'examine',
  'import',
  'guess',
  'logs',
  'provisioning',
  'baseline',
  'run',
  'journal',
  'guards',
  'catalogue',
];

/** The languages: what they share knows none of them, and the schema of a job asks mappings about its expressions. */
const languageChain = ['shared', 'mapping', 'payload', 'jobSchema'];

/** Chains inside a folder of core, each with the files of the folder itself last, so that two of its folders never know each other. */
const innerChains = {
  mapping: ['syntax', 'model', 'checks', 'document'],
  payload: ['shape', 'checks', 'document'],
  provisioning: ['directory', 'job', 'users', 'cycle'],
};

/** Each folder of a chain may not import those that come after it. */
const chain = (name, root, folders) =>
  folders
    .slice(0, -1)
    .map((folder, index) =>
      never(`${name}: ${folder}`, `^${root}/${folder}/`, `^${root}/(${folders.slice(index + 1).join('|')})/`),
    );

export default {
  forbidden: [
    {
      name: 'one-way-to-send',
      severity: 'error',
      comment: 'All sending goes through src/sending: plan, guards, confirmation, journal.',
      from: { path: '^src/(?!sending/|tenant/sending/)' },
      to: { path: '^src/tenant/sending/(sendBatches|sending|attempt)[.]ts$' },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    never('src-not-test', '^src/', '^test/'),
    never(
      'editor-only-in-host',
      '^src/(?!host/|extension\\.ts)',
      '^vscode$|@types/vscode',
      'Only src/host and src/extension.ts know the editor.',
    ),
    {
      name: 'no-node-in-pure-folders',
      severity: 'error',
      from: { path: '^src/(core|views|language|preview|webview|connections|doctor)/' },
      to: { dependencyTypes: ['core'] },
    },
    ...Object.entries(mayImport).map(([folder, allowed]) =>
      never(`${folder}-imports`, `^src/${folder}/`, `^src/(?!(${[folder, ...allowed].join('|')})/)`),
    ),
    never('core-folder-outside-the-chain', '^src/', `^src/core/(?!(${coreChain.join('|')})/)`),
    ...chain('core-chain', 'src/core', coreChain),
    ...chain('language-chain', 'src/language', languageChain),
    ...Object.entries(innerChains).flatMap(([folder, inner]) => chain(`${folder}-chain`, `src/core/${folder}`, inner)),
    {
      name: 'views-know-shapes-of-the-sandbox',
      severity: 'error',
      comment: 'A tree shows what the sandbox says of itself; it runs nothing of it.',
      from: { path: '^src/views/' },
      to: { path: '^src/sandbox/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'connections-load-the-sandbox-late',
      severity: 'error',
      comment: 'The sandbox is a bundle of its own in the extension.',
      from: { path: '^src/connections/' },
      to: { path: '^src/sandbox/', dependencyTypesNot: ['type-only', 'dynamic-import'] },
    },
    never('extension-is-composition', '^src/extension\\.ts$', '^src/(?!host/)'),
    never(
      'network-library-not-in-host',
      '^src/(host|worker|extract|language|connections)/|^src/extension\\.ts',
      'node_modules/undici/|^src/transport/undici',
      'The extension host has its own fetch; undici would replace the process-wide dispatcher.',
    ),
    never(
      'views-write-markdown',
      '^src/views/',
      '^src/language/(?!shared/markdown\\.ts$)',
      'Hovers of rows are Markdown, which is made in one place; trees ask nothing about documents.',
    ),
    never(
      'doctor-writes-markdown',
      '^src/doctor/',
      '^src/language/(?!shared/markdown\\.ts$)',
      'Its page is Markdown, which is made in one place; it asks nothing about documents.',
    ),
    never(
      'sending-writes-markdown',
      '^src/sending/',
      '^src/language/(?!shared/markdown\\.ts$)',
      'The page of a plan is Markdown, which is made in one place; sending asks nothing about documents.',
    ),
    never(
      'core-has-no-library',
      '^src/core/',
      'node_modules/(?!jsonc-parser/)',
      'The core depends on the language alone, and on the tolerant JSON parser that editors use.',
    ),
    { name: 'unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'test/vscode/host/node_modules|test/data|^esbuild\\.mjs$' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
