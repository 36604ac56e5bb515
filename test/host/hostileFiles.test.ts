import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../src/host/contributions';
import { dangersOfLabel, dangersOfLines, dangersOfMarkdown } from '../support/dangers';
import { codeOf, pause, sample, when } from './support';

const PICTURE = '\\|![p](https://evil.example/p.png)';
const HEADER = 'Show (command:x) $(error)';
const NAME = '[a](command:x) $(error) \u202egnp';
const MAPPING = `source csv { files = "hostile*.csv" }\nexternalId = [Id]\nuserName = [Note]\ntitle = [${HEADER}]\nactive = [Note]\n`;
const EXTRACT = `Id,Note,${HEADER}\n1,${PICTURE},$(error)\n2,${PICTURE},[a](command:x)\n`;
const PAYLOAD = JSON.stringify({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
  Operations: ['1', '2'].map((bulkId) => ({
    method: 'POST',
    bulkId,
    path: '/Users',
    data: {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      externalId: NAME,
      displayName: NAME,
      [PICTURE]: 1,
    },
  })),
});
const OURS = (href: string) => href.startsWith('command:entraInbound.cell.show?');
const { executeCommand } = vscode.commands;

/** What a text, or Markdown, of VS Code's own types would make besides text. */
function dangersOf(content: unknown): readonly string[] {
  if (content === undefined) return [];
  if (typeof content === 'string') return dangersOfLines(content);
  if (!(content instanceof vscode.MarkdownString)) return ['a marked string'];
  const { value, isTrusted, supportHtml, supportThemeIcons } = content;
  const trusts = typeof isTrusted === 'object' ? isTrusted.enabledCommands : isTrusted === true ? ['all'] : [];
  return [
    ...dangersOfMarkdown(value, OURS),
    ...(supportHtml === true ? ['HTML'] : []),
    ...(supportThemeIcons === true ? ['icons'] : []),
    ...trusts.filter((command) => command !== commandIds.showCell),
  ];
}

/** Every provider of ours, asked about a document. */
async function shownOf(document: vscode.TextDocument): Promise<readonly string[]> {
  const { uri, lineCount } = document;
  const found: string[] = [];
  const look = (of: string, dangers: readonly string[]) => found.push(...dangers.map((danger) => `${of}: ${danger}`));
  for (let line = 0; line < lineCount; line++) {
    const { length } = document.lineAt(line).text;
    for (const character of [1, Math.floor(length / 2), Math.max(0, length - 3)]) {
      const at = new vscode.Position(line, Math.min(character, length));
      for (const { contents } of await executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at))
        for (const content of contents) look('hover', dangersOf(content));
      const { items } = await executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, at);
      for (const { label, detail, documentation, kind } of items) {
        if (kind === vscode.CompletionItemKind.Text) continue;
        // VS Code's own JSON offers the keys of other objects as they are
        const dangers = dangersOfLabel(typeof label === 'string' ? label : label.label);
        look('label', uri.path.endsWith('.json') ? dangers.filter((danger) => danger !== 'link') : dangers);
        look('detail', dangersOfLabel(detail ?? ''));
        if (typeof label !== 'string')
          look('label details', dangersOfLabel(`${label.detail ?? ''} ${label.description ?? ''}`));
        look('documentation', dangersOf(documentation));
      }
    }
  }
  const whole = new vscode.Range(0, 0, lineCount, 0);
  for (const { label, tooltip } of await executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    uri,
    whole,
  )) {
    look('hint', dangersOfLabel(typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
    look('hint tooltip', dangersOf(tooltip));
  }
  for (const { command } of await executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100))
    look('lens', [
      ...dangersOfLabel((command?.title ?? '').replace(/^\$\([a-z~-]+\)\s/, '')),
      ...dangersOfLines(command?.tooltip ?? ''),
    ]);
  for (const { name } of await executeCommand<vscode.SymbolInformation[]>('vscode.executeDocumentSymbolProvider', uri))
    look('symbol', dangersOfLabel(name));
  for (const { title } of await executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, whole))
    look('action', dangersOfLabel(title));
  return found;
}

describe('files that a stranger has filled and named', () => {
  const mapping = sample('hostile.scimmap');
  const extract = sample(`hostile ${NAME}.csv`);
  const payload = sample('hostile.json');

  before(async () => {
    for (const [file, text] of [
      [mapping, MAPPING],
      [extract, EXTRACT],
      [payload, PAYLOAD],
    ] as const)
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  });
  after(async () => {
    await executeCommand('workbench.action.closeAllEditors');
    for (const file of [mapping, extract, payload]) await vscode.workspace.fs.delete(file);
  });

  it('give a mapping no link, image, icon or command but our own', async () => {
    const { document } = await vscode.window.showTextDocument(mapping);
    await when(vscode.languages.onDidChangeDiagnostics, () =>
      vscode.languages.getDiagnostics(mapping).find((one) => codeOf(one).startsWith('value.')),
    );
    assert.deepEqual(await shownOf(document), []);
  }).timeout(60_000);

  it('give a payload none', async () => {
    const { document } = await vscode.window.showTextDocument(payload);
    await when(vscode.languages.onDidChangeDiagnostics, () => vscode.languages.getDiagnostics(payload)[0]);
    assert.deepEqual(await shownOf(document), []);
  }).timeout(60_000);
});

/** Addresses of documents that the extension does not know, and values that are not addresses. */
const FOREIGN: readonly unknown[] = [
  ...[
    'https://evil.example/people.csv',
    'http://127.0.0.1:9/people.scimmap',
    'file:///etc/passwd',
    'file://evil.example/share/people.csv',
    'vscode-remote://evil.example/people.csv',
    'untitled:Unknown-77',
    'command:workbench.action.closeSidebar',
    'entra-inbound-entry:/x.json?run=run-1&entry=1',
    'entra-inbound-unknown:/people.csv',
  ].map((address) => vscode.Uri.parse(address)),
];
const WRONG: readonly unknown[] = [
  null,
  -1,
  0.5,
  Number.NaN,
  'https://evil.example/people.scimmap',
  'constructor',
  '__proto__',
  {},
  [],
  { kind: 'person', id: '1' },
  { kind: 'entry', id: '1', run: { id: 'run-1' }, entry: null },
  { kind: 'logged', id: '1', change: {}, isOfUser: false },
  { kind: 'users', id: '1', flavour: '__proto__' },
  { $mid: 1, scheme: 'https', path: '/x' },
  Object.create(null),
  () => undefined,
];

/** Those that take arguments. What they do without any, and what only starts or stops something, is not asked here. */
const TAKING = [
  commandIds.previewExtract,
  commandIds.sendExtract,
  commandIds.openEntry,
  commandIds.explainEntry,
  commandIds.showRecord,
  commandIds.showCell,
  commandIds.chooseScenario,
  commandIds.loadUsers,
  commandIds.saveUsers,
  commandIds.copyEndpoint,
  commandIds.newMapping,
  commandIds.importMapping,
  commandIds.checkMapping,
  commandIds.chooseExtract,
  commandIds.previewMapping,
  commandIds.sendMapping,
  commandIds.chooseRecord,
  commandIds.nextRecord,
  commandIds.previousRecord,
  commandIds.setProblemLevel,
  commandIds.sendPayload,
  commandIds.predictPayload,
  commandIds.copyPayloadAs,
  commandIds.splitPayload,
];

describe('commands that are called with what nobody knows', () => {
  const open = () => vscode.workspace.textDocuments.map(({ uri }) => uri.toString()).sort();
  const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs).length;

  before(async () => {
    await executeCommand('workbench.action.closeAllEditors');
  });
  after(async () => {
    await executeCommand('workbench.action.closeAllEditors');
  });

  /** A command that asks the user gets no answer. */
  async function call(command: string, ...args: readonly unknown[]): Promise<unknown> {
    const called = executeCommand(command, ...args);
    const unanswered = (async () => {
      for (;;) {
        await pause(50);
        await executeCommand('workbench.action.closeQuickOpen');
        await executeCommand('workbench.action.quickInputBack').then(undefined, () => undefined);
      }
    })();
    return Promise.race([called, unanswered, pause(3_000).then(() => 'still asks')]);
  }

  for (const command of TAKING)
    it(`${command} does nothing`, async () => {
      const [documents, shown] = [open(), tabs()];
      for (const argument of FOREIGN) await call(command, argument, argument, argument, argument);
      assert.deepEqual(open(), documents);
      assert.equal(tabs(), shown);
    }).timeout(120_000);

  it('show a cell only for an open mapping, with any arguments', async () => {
    const [documents, shown] = [open(), tabs()];
    const closed = sample('closed.scimmap').toString();
    for (const argument of [...FOREIGN, ...FOREIGN.map(String), ...WRONG]) {
      await call(commandIds.showCell, 1, ['Id'], argument);
      await call(commandIds.showCell, argument, ['Id'], closed);
      await call(commandIds.showCell, 1, argument, closed);
    }
    assert.deepEqual(open(), documents);
    assert.equal(tabs(), shown);
  }).timeout(120_000);

  it('do not take a value for a row that no tree has shown', async () => {
    const [documents, shown] = [open(), tabs()];
    for (const argument of WRONG)
      for (const command of [
        commandIds.openEntry,
        commandIds.explainEntry,
        commandIds.showRecord,
        commandIds.setProblemLevel,
      ])
        await call(command, argument, argument);
    assert.deepEqual(open(), documents);
    assert.equal(tabs(), shown);
  }).timeout(120_000);

  it('and nothing of it was a mistake of ours', () => {
    const log = logsOf(process.env.HOME ?? '').map((file) => readFileSync(file, 'utf8'));
    assert.deepEqual(
      log.flatMap((text) => text.split('\n')).filter((line) => line.includes(' failed.')),
      [],
    );
  });
});

/** Our own log files, where the window keeps them in a folder of the test's. */
function logsOf(home: string): readonly string[] {
  const logs = join(home, 'data', 'logs');
  try {
    return readdirSync(logs, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('Inbound Provisioning.log'))
      .map((name) => join(logs, name));
  } catch {
    // A desktop keeps them elsewhere
    return [];
  }
}
