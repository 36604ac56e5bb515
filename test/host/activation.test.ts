import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const extensionId = 'entra-inbound.entra-inbound';

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(extensionId);
  assert.ok(found, `VS Code does not know ${extensionId}`);
  return found;
}

/** The ids of the commands in the manifest. */
function declaredCommands(): string[] {
  const manifest = extension().packageJSON as { contributes?: { commands?: { command: string }[] } };
  return (manifest.contributes?.commands ?? []).map(({ command }) => command);
}

describe('activation', () => {
  before(() => extension().activate());

  it('starts the extension', () => {
    assert.equal(extension().isActive, true);
  });

  it('has the sample workspace open', () => {
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map(({ name }) => name),
      ['contoso'],
    );
  });

  it('registers every command of the manifest', async () => {
    const declared = declaredCommands();
    assert.notEqual(declared.length, 0, 'the manifest declares no command');
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      declared.filter((command) => !registered.has(command)),
      [],
    );
  });
});
