// Style rules that need types, and the first half of the import boundaries: the red underline while typing.
// dependency-cruiser.config.mjs is the other half, by resolved file.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const node = {
  group: ['node:*', 'fs', 'path', 'http', 'https', 'net', 'os', 'crypto', 'stream'],
  message: 'No Node here.',
};
const vscode = { group: ['vscode'], message: 'Only src/host and src/extension.ts may know the editor.' };
const folders = (...names) => ({
  group: names.flatMap((name) => [`**/${name}/**`, `**/${name}`]),
  message: 'See "Who may know whom" in docs/architecture.md.',
});
const restrict = (files, ...patterns) => ({
  files,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});

// However it is reached: a member of `window`, or taken out of it
const calls = (...names) => `Identifier[name=/^(${names.join('|')})$/]`;
const makes = (name) => `NewExpression[callee.name='${name}']`;

/** What an editor shows, and the one file that may give it something to show. */
const SURFACES = [
  {
    what: calls('showErrorMessage', 'showWarningMessage', 'showInformationMessage', 'withProgress'),
    only: ['src/host/messages/notices.ts'],
  },
  {
    what: calls('showQuickPick', 'createQuickPick', 'showInputBox', 'createInputBox', 'showWorkspaceFolderPick'),
    only: ['src/host/messages/questions.ts', 'src/host/messages/askStep.ts'],
  },
  {
    what: calls('createStatusBarItem', 'setStatusBarMessage'),
    only: ['src/host/views/columnStatus.ts', 'src/host/views/connectionStatus.ts', 'src/host/views/runStatus.ts'],
  },
  { what: calls('createWebviewPanel'), only: ['src/host/preview/previewPage.ts'] },
  { what: makes('TreeItem'), only: ['src/host/views/treeItem.ts'] },
  { what: makes('CodeLens'), only: ['src/host/language/lenses/lens.ts'] },
  {
    what: `NewExpression[callee.name=/^(MarkdownString|CompletionItem|InlayHint|SignatureInformation|ParameterInformation|DocumentSymbol|Diagnostic|Hover)$/]`,
    only: ['src/host/language/protocol.ts'],
  },
  {
    what: `Property[key.name='kind'][value.value='markdown']`,
    only: ['src/language/shared/markdown.ts'],
  },
];

const restricted = ({ what, only }) => ({ selector: what, message: `Only ${only.join(' and ')} may do this.` });

export default tseslint.config(
  {
    ignores: ['dist', 'out', 'node_modules', '**/node_modules', 'samples', 'test/data', '**/*.generated.ts'],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          './src/core/tsconfig.json',
          './src/preview/tsconfig.json',
          './src/webview/tsconfig.json',
          './tsconfig.node.json',
          './test/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true, boolean: true } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
          property,
          message: 'Text is set as text.',
        })),
      ],
    },
  },
  // What is shown outside of documents goes through one place for each surface, which escapes what it is given
  {
    files: ['src/**/*.ts'],
    ignores: SURFACES.flatMap(({ only }) => only),
    rules: { 'no-restricted-syntax': ['error', ...SURFACES.map(restricted)] },
  },
  ...SURFACES.map(({ only }) => ({
    files: only,
    rules: {
      'no-restricted-syntax': ['error', ...SURFACES.filter((one) => one.only !== only).map(restricted)],
    },
  })),
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'The core has no clock: take the instant as a value.' },
      ],
    },
  },
  {
    files: [
      'src/cli/**/*.ts',
      'src/extract/**/*.ts',
      'src/sandbox/**/*.ts',
      'src/connections/**/*.ts',
      'src/tenant/**/*.ts',
    ],
    ignores: ['src/cli/terminal/outputStream.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name=/^(stdout|stderr)$/]",
          message: 'Only outputStream.ts writes to the streams of the process: a full disk must not end a call.',
        },
      ],
    },
  },
  restrict(
    ['src/core/**/*.ts'],
    vscode,
    node,
    folders('host', 'language', 'tenant', 'sandbox', 'preview', 'webview', 'cli', 'extract', 'worker'),
  ),
  restrict(['src/language/**/*.ts'], vscode, node, folders('host', 'tenant', 'sandbox', 'cli', 'webview', 'worker')),
  restrict(['src/views/**/*.ts'], vscode, node, folders('host', 'tenant', 'cli', 'webview', 'worker')),
  restrict(['src/tenant/**/*.ts'], vscode, folders('host', 'sandbox', 'cli', 'webview', 'worker')),
  restrict(['src/connections/**/*.ts'], vscode, node, folders('host', 'cli', 'webview', 'worker')),
  restrict(
    ['src/sandbox/**/*.ts', 'src/extract/**/*.ts', 'src/worker/**/*.ts'],
    vscode,
    folders('host', 'cli', 'webview'),
  ),
  restrict(['src/preview/**/*.ts'], vscode, node, folders('host', 'tenant', 'sandbox', 'cli', 'webview', 'worker')),
  restrict(['src/webview/**/*.ts'], vscode, node, folders('host', 'tenant', 'sandbox', 'cli', 'worker')),
  restrict(['src/cli/**/*.ts'], vscode, folders('host', 'webview')),
  {
    files: ['test/**/*.ts'],
    rules: {
      // node:test-like `describe`/`it` callbacks and assertions on narrowed values
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        AbortController: 'readonly',
        AbortSignal: 'readonly',
        Element: 'readonly',
        document: 'readonly',
      },
    },
  },
);
