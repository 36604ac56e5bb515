import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { confirmEveryPlan } from './dialogs';
import { sample, when, writeSmallExtract } from './support';

function tabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}

describe('an extract', () => {
  confirmEveryPlan();
  before(writeSmallExtract);
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens in the preview, once however often it is asked for', async () => {
    const isPreview = (tab: vscode.Tab) =>
      tab.input instanceof vscode.TabInputWebview && tab.input.viewType.includes('entraInbound.preview');
    await vscode.commands.executeCommand('entraInbound.extract.preview', sample('contoso.csv'));
    await when(vscode.window.tabGroups.onDidChangeTabs, () => tabs().find(isPreview));
    await vscode.commands.executeCommand('entraInbound.extract.preview', sample('contoso.csv'));
    assert.deepEqual(
      tabs()
        .filter(isPreview)
        .map((tab) => tab.label),
      ['Preview: contoso.csv'],
    );
  });

  it('is sent as the editor holds it, unsaved changes too, and every record is accounted for', async () => {
    const document = await vscode.workspace.openTextDocument(sample('small.csv'));
    const editor = await vscode.window.showTextDocument(document);
    const third = document.lineAt(1).text.replace(/^[^;]*;[^;]*;[^;]*;[^;]*/, 'C90003;Actve;Employee;third.person');
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(document.lineCount - 1, 0), `${third}\r\n`);
    });
    assert.equal(document.isDirty, true);
    const words = await vscode.commands.executeCommand<string>(
      'entraInbound.extract.send',
      document.uri,
      sample('contoso.scimmap'),
    );
    assert.equal(words, '1 skipped (invalid) · 2 unchanged');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }).timeout(60_000);

  it('is not sent when it is another one than was previewed, or larger than the settings allow', async () => {
    const send = (fingerprint?: string) =>
      vscode.commands.executeCommand<string | undefined>(
        'entraInbound.extract.send',
        sample('small.csv'),
        sample('contoso.scimmap'),
        undefined,
        fingerprint,
      );
    const bytes = await vscode.workspace.fs.readFile(sample('small.csv'));
    assert.equal(await send('that of other bytes'), undefined);
    const configuration = vscode.workspace.getConfiguration();
    await configuration.update('entraInbound.extract.maxRecords', 1, vscode.ConfigurationTarget.Global);
    const own = createHash('sha256').update(bytes).digest('hex');
    assert.equal(await send(own), undefined);
    await configuration.update('entraInbound.extract.maxRecords', undefined, vscode.ConfigurationTarget.Global);
    assert.equal(await send(own), '1 skipped (invalid) · 2 unchanged');
  }).timeout(60_000);

  it('is not sent when two records have one id', async () => {
    const [header = '', first = ''] = new TextDecoder()
      .decode(await vscode.workspace.fs.readFile(sample('small.csv')))
      .split('\r\n');
    await vscode.workspace.fs.writeFile(
      sample('twice.csv'),
      new TextEncoder().encode([header, first, first, ''].join('\r\n')),
    );
    const words = await vscode.commands.executeCommand<string | undefined>(
      'entraInbound.extract.send',
      sample('twice.csv'),
      sample('contoso.scimmap'),
    );
    assert.equal(words, 'Nothing was sent.');
    await vscode.workspace.fs.delete(sample('twice.csv'));
  });
});
