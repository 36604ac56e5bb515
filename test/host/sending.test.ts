import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import * as vscode from 'vscode';
import { findStateFolder } from '../../src/files/stateFolder';
import { openRunStore } from '../../src/runs/openRunStore';
import { tenantEffects } from '../../src/host/connections/tenantEffects';
import { Notices } from '../../src/host/messages/notices';
import type { KeptRun } from '../../src/runs/runStore';
import { tenantFile } from '../support/tenantFiles';
import type { AskedDialog } from './dialogs';
import { answerDialogs, sendButton } from './dialogs';
import { extension, pause, sample, writeSmallExtract } from './support';

const { executeCommand } = vscode.commands;
const { fs } = vscode.workspace;

const send = (...args: readonly unknown[]) =>
  executeCommand<string | undefined>(
    'entraInbound.extract.send',
    sample('small.csv'),
    sample('contoso.scimmap'),
    ...args,
  );

/** Runs something while dialogs are answered in one way; gives those that were asked. */
async function asking(
  answer: (dialog: AskedDialog) => string | undefined,
  run: () => Promise<unknown>,
): Promise<readonly AskedDialog[]> {
  const dialogs = answerDialogs(answer);
  try {
    await run();
    return dialogs.asked;
  } finally {
    dialogs.restore();
  }
}

/** Exports the results of the newest run beside its extract, with the first of every list and this file. */
async function exporting(target: vscode.Uri): Promise<vscode.Uri | undefined> {
  const window = vscode.window as unknown as Record<'showQuickPick' | 'showSaveDialog', unknown>;
  const { showQuickPick, showSaveDialog } = window;
  window.showQuickPick = ([first]: readonly unknown[]) => Promise.resolve(first);
  window.showSaveDialog = () => Promise.resolve(target);
  try {
    return await executeCommand<vscode.Uri | undefined>('entraInbound.run.exportResults');
  } finally {
    window.showQuickPick = showQuickPick;
    window.showSaveDialog = showSaveDialog;
  }
}

async function hoverAt({ uri }: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value)).join('\n');
}

async function lensTitles({ uri }: vscode.TextDocument): Promise<readonly string[]> {
  const lenses = await executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
  return lenses.map(({ command }) => command?.title ?? '');
}

/** How many people the sandbox of this window has. */
async function people(): Promise<number> {
  const file = sample('saved.json');
  if ((await executeCommand('entraInbound.sandbox.saveUsers', file)) === undefined) return 0;
  const { value } = JSON.parse(new TextDecoder().decode(await fs.readFile(file))) as { value: readonly unknown[] };
  await fs.delete(file);
  return value.length;
}

/** Runs something as in a workspace that nobody trusts. */
async function untrusted(run: () => Promise<unknown>): Promise<void> {
  const trusted = Object.getOwnPropertyDescriptor(vscode.workspace, 'isTrusted');
  assert.ok(trusted);
  Object.defineProperty(vscode.workspace, 'isTrusted', { ...trusted, get: () => false });
  try {
    await run();
  } finally {
    Object.defineProperty(vscode.workspace, 'isTrusted', trusted);
  }
}

const PAYLOAD = JSON.stringify({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  externalId: '1',
  userName: 'ana@contoso.com',
  displayName: 'Ana',
  active: true,
});

describe('nothing leaves before somebody has said yes', () => {
  before(async () => {
    await writeSmallExtract();
    await executeCommand('entraInbound.sandbox.start');
  });
  beforeEach(() => executeCommand('entraInbound.sandbox.reset', { ask: false }));

  for (const [what, args] of [
    ['no more arguments', []],
    ['arguments that say yes', [undefined, undefined, true, { yes: true, confirm: 'all', ask: false, skip: true }]],
    ['the moment of a forged preview', [{ now: { ticks: 0n, offset: 0 }, seed: 1 }, undefined, 'force']],
  ] as const)
    it(`to ${what}: one dialog, and after a no not a byte`, async () => {
      const asked = await asking(
        () => undefined,
        () => Promise.resolve(send(...args)),
      );
      assert.equal(asked.length, 1);
      assert.match(asked[0]?.message ?? '', /^Send 2 operations to SANDBOX "Sandbox Tenant"\?$/);
      assert.match(asked[0]?.detail ?? '', /^small\.csv to a SANDBOX/);
      // The Enter key presses the first
      assert.equal(asked[0]?.buttons[0], 'Show Plan');
      assert.equal(await people(), 0);
    }).timeout(60_000);

  it('to a payload, which is asked in the same way', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'json', content: PAYLOAD });
    const asked = await asking(
      () => undefined,
      () => Promise.resolve(executeCommand('entraInbound.payload.send', document.uri)),
    );
    assert.equal(asked.length, 1);
    assert.equal(await people(), 0);
  }).timeout(60_000);

  it('and a yes sends exactly what the dialog has named', async () => {
    let words: string | undefined;
    const asked = await asking(sendButton, async () => {
      words = await send();
    });
    assert.equal(asked.length, 1);
    assert.equal(words, '2 created');
    assert.equal(await people(), 2);
  }).timeout(60_000);

  it('and what became of the person of a row is in its hover, and above it when the cursor is there', async () => {
    await asking(sendButton, () => Promise.resolve(send()));
    const document = await vscode.workspace.openTextDocument(sample('small.csv'));
    const editor = await vscode.window.showTextDocument(document);
    const [first, header] = [new vscode.Position(1, 3), new vscode.Position(0, 3)];
    assert.match(await hoverAt(document, first), /created[^]*Sent to Sandbox Tenant/);
    assert.doesNotMatch(await hoverAt(document, header), /Sent to/);
    editor.selection = new vscode.Selection(first, first);
    assert.deepEqual((await lensTitles(document)).filter((title) => title.includes('created')).length, 1);
    // What was typed since is another text, in which the person is found by the id
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ''));
    editor.selection = new vscode.Selection(header, header);
    assert.deepEqual(
      (await lensTitles(document)).filter((title) => title.includes('created')),
      [],
    );
  }).timeout(60_000);

  it('and so it is of an operation of a payload, even where all are on one line', async () => {
    const operation = (id: string, userName: string) => ({
      method: 'POST',
      bulkId: id,
      path: '/Users',
      data: {
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        externalId: id,
        userName,
        displayName: `Person ${id}`,
        active: true,
      },
    });
    const content = JSON.stringify({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
      failOnErrors: null,
      Operations: [operation('81', 'cleo@contoso.com'), operation('82', 'dan@contoso.com')],
    });
    const file = sample('two-people.json');
    await fs.writeFile(file, new TextEncoder().encode(content));
    const document = await vscode.workspace.openTextDocument(file);
    const editor = await vscode.window.showTextDocument(document);
    try {
      await asking(sendButton, () => Promise.resolve(executeCommand('entraInbound.payload.send', file)));
      const [first, other] = ['Person 81', 'Person 82'].map((name) => document.positionAt(content.indexOf(name)));
      assert.ok(first !== undefined && other !== undefined);
      assert.match(await hoverAt(document, first), /Person 81[^]*created/);
      assert.match(await hoverAt(document, other), /Person 82[^]*created/);
      assert.doesNotMatch(await hoverAt(document, new vscode.Position(0, 3)), /Sent to/);
      editor.selection = new vscode.Selection(other, other);
      assert.ok((await lensTitles(document)).some((title) => title.includes('Person 82: created')));
      await executeCommand('entraInbound.record.whatHappened');
      const { label } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      assert.match(label ?? '', /^82 created\.md/);
    } finally {
      await executeCommand('workbench.action.closeAllEditors');
      await fs.delete(file);
    }
  }).timeout(60_000);

  it('and what became of them is written beside the extract, never over it', async () => {
    await asking(sendButton, () => Promise.resolve(send()));
    const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await fs.readFile(sample('small.csv')));
    const target = sample('small-results.csv');
    assert.deepEqual((await exporting(target))?.toString(), target.toString());
    const after = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await fs.readFile(target));
    await fs.delete(target);
    const lines = (text: string) => text.split('\r\n').filter((line) => line !== '');
    assert.equal(lines(after).length, lines(before).length);
    for (const [index, line] of lines(before).entries()) assert.ok(lines(after)[index]?.startsWith(`${line};"`), line);
    assert.ok(lines(after)[0]?.endsWith(';"Result";"Cause";"Remedy";"Entry"'));
    assert.match(lines(after)[1] ?? '', /;"created";"";"";"[0-9a-f-]{36}"$/);
    assert.equal(await exporting(sample('small.csv')), undefined);
    assert.equal(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await fs.readFile(sample('small.csv'))), before);
  }).timeout(60_000);

  it('and what a guard stops has no button that sends', async () => {
    const [header = '', first = ''] = new TextDecoder().decode(await fs.readFile(sample('small.csv'))).split('\r\n');
    await fs.writeFile(sample('twice.csv'), new TextEncoder().encode([header, first, first, ''].join('\r\n')));
    const asked = await asking(sendButton, () =>
      Promise.resolve(executeCommand('entraInbound.extract.send', sample('twice.csv'), sample('contoso.scimmap'))),
    );
    assert.match(asked[0]?.message ?? '', /cannot be sent to SANDBOX/);
    assert.deepEqual(asked[0]?.buttons, ['Show Preview']);
    assert.equal(await people(), 0);
    await fs.delete(sample('twice.csv'));
  }).timeout(60_000);

  it('and an untrusted workspace is not even asked', async () => {
    await untrusted(async () => {
      const asked = await asking(sendButton, async () => {
        assert.equal(await send(), undefined);
        for (const command of [
          'run.resume',
          'run.findRejected',
          'run.resendFailures',
          'run.verify',
          'connection.check',
        ])
          assert.equal(await executeCommand(`entraInbound.${command}`), undefined, command);
        const payload = await vscode.workspace.openTextDocument({ language: 'json', content: PAYLOAD });
        assert.equal(await executeCommand('entraInbound.payload.send', payload.uri), undefined);
      });
      assert.deepEqual(asked, []);
    });
    assert.equal(await people(), 0);
  }).timeout(60_000);

  it('and from an untrusted workspace nobody is signed in', async () => {
    const called: string[] = [];
    const output = vscode.window.createOutputChannel('Signing in of a test', { log: true });
    const effects = tenantEffects({ secretOf: () => Promise.resolve('secret'), notices: new Notices(output) });
    const tokens = await effects.openTokens(tenantFile(), (url) => {
      called.push(url);
      return Promise.reject(new Error('This network leads nowhere.'));
    });
    await untrusted(() => assert.rejects(() => tokens.token(), { name: 'NotSentError', message: /not trusted/ }));
    assert.deepEqual(called, []);
    // The same source, once the workspace is trusted
    void tokens.token().catch(() => undefined);
    while (called.length === 0) await pause(50);
    output.dispose();
  }).timeout(60_000);
});

describe('a window that closes or hides things while it sends', () => {
  before(async () => {
    await executeCommand('entraInbound.sandbox.start');
  });
  beforeEach(() => executeCommand('entraInbound.sandbox.reset', { ask: false }));

  /** The whole sample: twenty requests, which take some seconds. */
  const sendAll = () =>
    Promise.resolve(
      executeCommand<string>('entraInbound.extract.send', sample('contoso.csv'), sample('contoso.scimmap')),
    );

  it('sends on when its preview is closed', async () => {
    await executeCommand('entraInbound.extract.preview', sample('contoso.csv'));
    let words = '';
    await asking(sendButton, async () => {
      const sending = sendAll();
      while ((await accepted()) < 3) await pause(50);
      await executeCommand('workbench.action.closeAllEditors');
      words = await sending;
    });
    assert.match(words, /936 created/);
  }).timeout(120_000);

  it('is closed within two seconds, its journal says what was sent, and what was not can be resumed', async () => {
    await asking(sendButton, async () => {
      const sending = sendAll();
      while ((await accepted()) < 3) await pause(50);
      const closing = deactivate();
      assert.equal(await Promise.race([closing.then(() => 'closed'), pause(2000).then(() => 'late')]), 'closed');
      assert.match(await sending, /waiting to be sent/);
    });
    const [newest] = await runs();
    assert.ok(newest);
    const { state } = newest;
    assert.equal(state.phase, 'paused');
    assert.ok(state.count('accepted') > 0 && state.count('accepted') < 19, String(state.count('accepted')));
    assert.equal(newest.fault, undefined);
  }).timeout(120_000);
});

/** As the editor calls it when a window closes. */
function deactivate(): Promise<void> {
  const script = createRequire(__filename)(`${extension().extensionPath}/dist/extension.js`) as {
    readonly deactivate: () => Promise<void>;
  };
  return script.deactivate();
}

/** How many requests of the newest run were accepted, of those that are not over. */
async function accepted(): Promise<number> {
  const [newest] = await runs();
  return newest?.state.phase === 'sending' ? newest.state.count('accepted') : 0;
}

/** The runs that are kept on disk, the newest first, as another process reads them. */
async function runs(): Promise<readonly KeptRun[]> {
  const store = openRunStore(findStateFolder(process.env) ?? '', { program: 'test' });
  const found = await Promise.all((await store.list()).map(({ id }) => store.find(id)));
  return found.filter((run): run is KeptRun => run?.plan !== undefined);
}
