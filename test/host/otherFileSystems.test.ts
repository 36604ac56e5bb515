import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { MemoryFiles } from './memoryFiles';
import { confirmEveryPlan } from './dialogs';
import { codeOf, pause, when } from './support';

const SCHEME = 'entra-inbound-test';
const MAPPING =
  'source csv { files = "people.csv" }\nexternalId = [Id]\nuserName = [Login]\ndisplayName = [Login]\nactive = [Active]\n';
const EXTRACT = 'Id,Login,Active\n1,ana@contoso.com,True\n2,bob@contoso.com,Leave\n';

function file(name: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, authority: 'hr', path: `/nightly/${name}` });
}

/** What follows the cursor on its line. */
function textFrom({ document, selection: { active } }: vscode.TextEditor): string {
  return document.lineAt(active.line).text.slice(active.character);
}

function preview(name: string): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find((tab) => tab.input instanceof vscode.TabInputWebview && tab.label === `Preview: ${name}`);
}

describe('a file system that is not of this machine', () => {
  confirmEveryPlan();
  const files = new MemoryFiles();
  let registration: vscode.Disposable;

  before(async () => {
    registration = vscode.workspace.registerFileSystemProvider(SCHEME, files, { isCaseSensitive: true });
    // The window tells extensions of a file system a moment after it was registered
    while (vscode.workspace.fs.isWritableFileSystem(SCHEME) !== true) await pause(10);
    files.write(file('people.csv'), EXTRACT);
    files.write(file('people.scimmap'), MAPPING);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    registration.dispose();
  });

  it('is previewed with the mapping beside it, wherever that is', async () => {
    await vscode.commands.executeCommand('entraInbound.extract.preview', file('people.csv'));
    await when(vscode.window.tabGroups.onDidChangeTabs, () => preview('people.csv'));
  });

  it('is sent, and every record is accounted for', async () => {
    const words = await vscode.commands.executeCommand<string>('entraInbound.extract.send', file('people.csv'));
    assert.equal(words, '1 skipped (invalid) · 1 created');
  }).timeout(60_000);

  it('has its problems shown at the mapping, those of the values too', async () => {
    const uri = file('people.scimmap');
    await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand('entraInbound.mapping.chooseExtract', uri, file('people.csv'));
    await when(vscode.languages.onDidChangeDiagnostics, () =>
      vscode.languages.getDiagnostics(uri).find((one) => codeOf(one) === 'value.status.undecided'),
    );
  });

  it('leads to its cells', async () => {
    await vscode.commands.executeCommand('entraInbound.cell.show', 3, ['Active'], file('people.scimmap').toString());
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), file('people.csv').toString());
    assert.ok(editor.selection.isEmpty, 'the next key would delete what is selected');
    assert.match(textFrom(editor), /^Leave/);
  });

  it('gives a mapping for an extract that has none', async () => {
    files.write(file('others.csv'), EXTRACT);
    await vscode.commands.executeCommand('entraInbound.mapping.new', file('others.csv'));
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'scimmap');
    assert.match(document.getText(), /externalId\s+= \[Id\]/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('an extract that has never been saved', () => {
  confirmEveryPlan();
  let document: vscode.TextDocument;
  let mapping: vscode.TextDocument;

  before(async () => {
    document = await vscode.workspace.openTextDocument({ language: 'csv', content: EXTRACT });
    mapping = await vscode.workspace.openTextDocument({ language: 'scimmap', content: MAPPING });
    await vscode.window.showTextDocument(document);
  });
  after(async () => {
    for (const open of [document, mapping]) {
      await vscode.window.showTextDocument(open);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is the one in front of the user, and is previewed with a mapping that has not been saved either', async () => {
    await vscode.commands.executeCommand('entraInbound.extract.preview', undefined, mapping.uri);
    await when(vscode.window.tabGroups.onDidChangeTabs, () => preview(document.uri.path));
  });

  it('is sent with its unsaved text', async () => {
    const words = await vscode.commands.executeCommand<string>('entraInbound.extract.send', document.uri, mapping.uri);
    assert.match(words, /^1 skipped \(invalid\) · 1 /);
  }).timeout(60_000);

  it('has its problems shown at the mapping, and leads to its cells', async () => {
    await vscode.commands.executeCommand('entraInbound.mapping.chooseExtract', mapping.uri, document.uri);
    await when(vscode.languages.onDidChangeDiagnostics, () =>
      vscode.languages.getDiagnostics(mapping.uri).find((one) => codeOf(one) === 'value.status.undecided'),
    );
    await vscode.commands.executeCommand('entraInbound.cell.show', 2, ['Login'], mapping.uri.toString());
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document, document);
    assert.ok(editor.selection.isEmpty);
    assert.match(textFrom(editor), /^ana@contoso\.com/);
  });

  it('gives a mapping', async () => {
    await vscode.commands.executeCommand('entraInbound.mapping.new', document.uri);
    const made = vscode.window.activeTextEditor?.document;
    assert.equal(made?.languageId, 'scimmap');
    assert.match(made.getText(), /externalId\s+= \[Id\]/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
