import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, sample, when } from './support';

const BROKEN =
  'source csv {\n  files = "contoso.csv"\n  delimiter = ";"\n}\nexternalId = [WorkerId]\nuserName = [UserID]\nactive = Switch([WorkerStatus], , "Active")\n';

function isError({ severity }: vscode.Diagnostic): boolean {
  return severity === vscode.DiagnosticSeverity.Error;
}

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
      return all.some((diagnostic) => codeOf(diagnostic) === 'mapping.unknown-column') ? all : undefined;
    });
    assert.deepEqual(
      found.filter(isError).map((one) => [codeOf(one), one.range.start.line + 1, one.range.start.character + 1]),
      [
        ['mapping.unknown-column', 5, 14],
        ['expression.argument-count', 7, 10],
      ],
    );
    assert.match(found.find(isError)?.message ?? '', /Did you mean \[WorkerID\]\?/);
  });

  it('follows what is typed, and shows what the values of its extract do', async () => {
    const uri = sample('broken.scimmap');
    const editor = await vscode.window.showTextDocument(uri);
    const whole = new vscode.Range(
      new vscode.Position(0, 0),
      editor.document.lineAt(editor.document.lineCount - 1).range.end,
    );
    await editor.edit((edit) => {
      edit.replace(
        whole,
        BROKEN.replace('[WorkerId]', '[WorkerID]').replace(
          '"Active")',
          '"Active", "True", "Leave", "True", "Terminated", "False", "Actve", "True")',
        ),
      );
    });
    const errors = await when(vscode.languages.onDidChangeDiagnostics, () => {
      const found = vscode.languages.getDiagnostics(uri).filter(isError).map(codeOf);
      return found.includes('mapping.unknown-column') || found.length === 0 ? undefined : found;
    });
    // One of Contoso's people has no id
    assert.deepEqual(errors, ['value.id.missing']);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
