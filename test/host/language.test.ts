import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, sample, when } from './support';

const { executeCommand } = vscode.commands;

/** The sample mapping in an editor, once its extract is known. */
async function openMapping(): Promise<vscode.TextDocument> {
  const { document } = await vscode.window.showTextDocument(sample('contoso.scimmap'));
  for (;;) {
    const lenses = await executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    if (lenses.some(({ command }) => command?.title.includes('Check all 1,000 records'))) return document;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Where a text begins, plus so many characters. */
function place(document: vscode.TextDocument, text: string, further = 0): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `the mapping does not contain ${text}`);
  return document.positionAt(at + further);
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

function textOf(hovers: readonly vscode.Hover[]): string {
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

describe('what the editor shows about a mapping', () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await openMapping();
  });
  after(async () => {
    await executeCommand('workbench.action.files.revert');
    await executeCommand('workbench.action.closeAllEditors');
  });

  it('completion: the columns of the extract, with what they hold', async () => {
    const list = await executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      place(document, '[WorkerID]', 1),
      '[',
    );
    const labels = list.items.map(labelOf);
    assert.ok(
      labels.some((label) => label.includes('WorkerStatus')),
      labels.join(', '),
    );
  });

  it('completion: nothing after a comma that ends a line, where Enter is to begin the next one', async () => {
    const edit = new vscode.WorkspaceEdit();
    const end = document.lineAt(document.lineCount - 1).range.end;
    edit.insert(document.uri, end, '\ntitle = Join(" ",');
    await vscode.workspace.applyEdit(edit);
    const at = document.lineAt(document.lineCount - 1).range.end;
    const offered = async (trigger: string | undefined) => {
      const words = ['vscode.executeCompletionItemProvider', document.uri, at, trigger] as const;
      return (await executeCommand<vscode.CompletionList>(...words)).items.map(labelOf);
    };
    assert.ok((await offered(undefined)).includes('[WorkerID]'), 'asked for, the columns are offered');
    assert.ok(!(await offered(',')).includes('[WorkerID]'));
    await executeCommand('undo');
  });

  it('hover: a function, an attribute, a column', async () => {
    const at = async (text: string) =>
      textOf(
        await executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place(document, text, 1)),
      );
    assert.match(await at('Switch'), /Switch/);
    assert.match(await at('userName'), /userPrincipalName/);
    assert.match(await at('[WorkerStatus]'), /Active/);
  });

  it('inlay hints: what each rule gives for the current record', async () => {
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const labels = async () => {
      const hints = await executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
      return hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
    };
    const first = await labels();
    assert.ok(
      first.some((label) => label.includes('@contoso.com')),
      first.join('\n'),
    );
    await executeCommand('entraInbound.record.choose', document.uri, 2);
    for (let other = first; other.join() === first.join();) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      other = await labels();
      if (other.join() !== first.join()) assert.equal(other.length, first.length);
    }
  });

  it('inlay hints go and come back on demand', async () => {
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const count = async () =>
      (await executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole)).length;
    assert.ok((await count()) > 10);
    await executeCommand('entraInbound.recordValues.toggle');
    assert.equal(await count(), 0);
    await executeCommand('entraInbound.recordValues.toggle');
    assert.ok((await count()) > 10);
  });

  it('a setting decides how much a problem matters', async () => {
    const severity = () =>
      vscode.languages.getDiagnostics(document.uri).find((one) => codeOf(one) === 'value.manager.unknown')?.severity;
    await when(vscode.languages.onDidChangeDiagnostics, severity);
    assert.equal(severity(), vscode.DiagnosticSeverity.Information);
    const { Global, Workspace } = vscode.ConfigurationTarget;
    const levels = (value: unknown, target: vscode.ConfigurationTarget) =>
      vscode.workspace.getConfiguration().update('entraInbound.problems.levels', value, target);
    const becomes = (expected: vscode.DiagnosticSeverity | undefined) =>
      when(vscode.languages.onDidChangeDiagnostics, () => (severity() === expected ? true : undefined));
    await levels({ 'value.manager.unknown': 'error' }, Global);
    await becomes(vscode.DiagnosticSeverity.Error);
    await levels({ 'value.manager.unknown': 'off' }, Global);
    await becomes(undefined);
    // Those of a workspace raise it, and lower nothing
    await levels({ 'value.manager.unknown': 'warning' }, Workspace);
    await becomes(vscode.DiagnosticSeverity.Warning);
    await levels(undefined, Global);
    await levels({ 'value.manager.unknown': 'off' }, Workspace);
    await becomes(vscode.DiagnosticSeverity.Information);
    await levels(undefined, Workspace);
  });

  it('signature help, outline, folding, links, selection, semantic tokens', async () => {
    const { uri } = document;
    const help = await executeCommand<vscode.SignatureHelp>(
      'vscode.executeSignatureHelpProvider',
      uri,
      place(document, 'Switch(', 'Switch('.length),
    );
    assert.match(help.signatures[0]?.label ?? '', /^Switch\(/);
    const symbols = await executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
    assert.ok(symbols.some(({ name }) => name === 'externalId'));
    const folds = await executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
    assert.ok(folds.length >= 3);
    const links = await executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    assert.ok(links.some(({ target }) => target?.path.endsWith('/contoso.csv') === true));
    const [selection] = await executeCommand<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', uri, [
      place(document, 'Switch', 1),
    ]);
    assert.ok(selection?.parent?.range.contains(selection.range));
    const tokens = await executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', uri);
    assert.ok(tokens.data.length > 100);
  });

  it('references, highlights and rename of a column', async () => {
    const at = place(document, '[WorkerID]', 2);
    const uses = await executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, at);
    const lights = await executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      at,
    );
    assert.ok(uses.length >= 2);
    assert.equal(lights.length, uses.length);
    const edit = await executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      'Person Number',
    );
    assert.equal(edit.get(document.uri).length, uses.length);
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    assert.ok(document.getText().includes('[Person Number]') && !document.getText().includes('[WorkerID]'));
    await executeCommand('workbench.action.files.revert');
  });

  it('formatting: a mapping in disorder comes to what it was', async () => {
    const orderly = document.getText();
    const edit = new vscode.WorkspaceEdit();
    const disorderly = orderly.replace(/[ ]+=[ ]/g, '=').replace(/^ {2}/gm, '     ');
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), disorderly);
    await vscode.workspace.applyEdit(edit);
    const edits = await executeCommand<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, {
      tabSize: 2,
      insertSpaces: true,
    });
    const formatted = new vscode.WorkspaceEdit();
    formatted.set(document.uri, edits);
    await vscode.workspace.applyEdit(formatted);
    assert.equal(document.getText(), orderly);
    await executeCommand('workbench.action.files.revert');
  });

  it('quick fix: the nearest name of a column', async () => {
    const edit = new vscode.WorkspaceEdit();
    const at = place(document, '[WorkerID]');
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, '[WorkerID]'.length)), '[WorkrID]');
    await vscode.workspace.applyEdit(edit);
    const isUnknown = (diagnostic: vscode.Diagnostic) => codeOf(diagnostic) === 'mapping.unknown-column';
    const found = await when(vscode.languages.onDidChangeDiagnostics, () =>
      vscode.languages.getDiagnostics(document.uri).find(isUnknown),
    );
    const actions = await executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
    );
    const fix = actions.find(({ isPreferred }) => isPreferred === true);
    assert.ok(fix?.edit, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(fix.edit);
    assert.ok(document.getText().includes('[WorkerID]') && !document.getText().includes('[WorkrID]'));
    await when(vscode.languages.onDidChangeDiagnostics, () =>
      vscode.languages.getDiagnostics(document.uri).some(isUnknown) ? undefined : true,
    );
    await executeCommand('workbench.action.files.revert');
  });
});
