// The import boundaries by resolved file: the truth behind "Who may know whom" in docs/architecture.md.
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
  language: ['core'],
  extract: ['core'],
  tenant: ['core'],
  sandbox: ['core', 'tenant'],
  preview: ['core'],
  webview: ['core', 'preview'],
  worker: ['core', 'extract', 'preview'],
  cli: ['core', 'language', 'extract', 'tenant', 'sandbox'],
  host: ['core', 'language', 'extract', 'tenant', 'sandbox', 'preview', 'worker'],
};

export default {
  forbidden: [
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
      from: { path: '^src/(core|language|preview|webview)/' },
      to: { dependencyTypes: ['core'] },
    },
    ...Object.entries(mayImport).map(([folder, allowed]) =>
      never(`${folder}-imports`, `^src/${folder}/`, `^src/(?!(${[folder, ...allowed].join('|')})/)`),
    ),
    never('extension-is-composition', '^src/extension\\.ts$', '^src/(?!host/)'),
    never(
      'network-library-not-in-host',
      '^src/(host|worker|extract|language)/|^src/extension\\.ts',
      'node_modules/undici/',
      'The extension host has its own fetch; undici would replace the process-wide dispatcher.',
    ),
    never(
      'core-has-no-library',
      '^src/core/',
      'node_modules/(?!jsonc-parser/)',
      'The core stands on the language alone, and on the tolerant JSON parser that editors use.',
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
