import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sample, when } from './support';

const BROKEN =
  'source csv {\n  files = "contoso.csv"\n  delimiter = ";"\n}\nexternalId = [WorkerId]\nuserName = [UserID]\nactive = Switch([WorkerStatus], , "Active")\n';

describe('a mapping in the editor', () => {
  before(async () => {
    await vscode.workspace.fs.writeFile(sample('broken.scimmap'), new TextEncoder().encode(BROKEN));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(sample('broken.scimmap'));
  });

  it('has its own language', async () => {
    const document = await vscode.workspace.openTextDocument(sample('contoso.scimmap'));
    assert.equal(document.languageId, 'scimmap');
  });

  it('shows problems with code and place, those against the columns of its extract too', async () => {
    const uri = sample('broken.scimmap');
    await vscode.window.showTextDocument(uri);
    const found = await when(vscode.languages.onDidChangeDiagnostics, () => {
      const all = vscode.languages.getDiagnostics(uri);
      return all.some(({ code }) => code === 'mapping.unknown-column') ? all : undefined;
    });
    assert.deepEqual(
      found.map(({ code, range, severity }) => [code, range.start.line + 1, range.start.character + 1, severity]),
      [
        ['mapping.unknown-column', 5, 14, vscode.DiagnosticSeverity.Error],
        ['expression.argument-count', 7, 10, vscode.DiagnosticSeverity.Error],
      ],
    );
    assert.match(found[0]?.message ?? '', /Did you mean \[WorkerID\]\?/);
  });

  it('follows what is typed', async () => {
    const uri = sample('broken.scimmap');
    const editor = await vscode.window.showTextDocument(uri);
    const whole = new vscode.Range(
      new vscode.Position(0, 0),
      editor.document.lineAt(editor.document.lineCount - 1).range.end,
    );
    await editor.edit((edit) => {
      edit.replace(whole, BROKEN.replace('[WorkerId]', '[WorkerID]').replace('"Active")', '"Active", "True")'));
    });
    await when(vscode.languages.onDidChangeDiagnostics, () =>
      vscode.languages.getDiagnostics(uri).length === 0 ? true : undefined,
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
