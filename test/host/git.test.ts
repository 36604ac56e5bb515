import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { sample } from './support';

interface Git {
  readonly enabled: boolean;
  getAPI(version: 1): { openRepository(folder: vscode.Uri): Promise<unknown> };
}

interface Warning {
  readonly message: string;
  readonly buttons: readonly string[];
}

const STAFF = 'WorkerID;FirstName;LastName\r\nS1;Ada;Ek\r\n';

/** A repository in the workspace with one extract in it, open in the editor. */
async function repository(name: string, prepare: (folder: string) => void): Promise<vscode.Uri> {
  const folder = sample(name);
  mkdirSync(folder.fsPath, { recursive: true });
  execFileSync('git', ['init', '--quiet'], { cwd: folder.fsPath });
  writeFileSync(join(folder.fsPath, 'staff.csv'), STAFF);
  prepare(folder.fsPath);
  const git = await vscode.extensions.getExtension<Git>('vscode.git')?.activate();
  assert.ok(git, 'the editor has no git');
  while (!git.enabled) await new Promise((resolve) => setTimeout(resolve, 50));
  await git.getAPI(1).openRepository(folder);
  return vscode.Uri.joinPath(folder, 'staff.csv');
}

describe('a file with people in a git repository', () => {
  const window = vscode.window as { showWarningMessage: (...args: readonly unknown[]) => Thenable<unknown> };
  const original = window.showWarningMessage;
  const warnings: Warning[] = [];
  let pressed: string | undefined;
  const preview = (extract: vscode.Uri) =>
    vscode.commands.executeCommand('entraInbound.extract.preview', extract, sample('contoso.scimmap'));
  const warned = async (count: number) => {
    while (warnings.length < count) await new Promise((resolve) => setTimeout(resolve, 50));
    return warnings.map(({ message }) => message);
  };

  before(async () => {
    await vscode.workspace.getConfiguration('git').update('enabled', true, vscode.ConfigurationTarget.Global);
    window.showWarningMessage = (message, ...buttons) => {
      warnings.push({ message: String(message), buttons: buttons as string[] });
      return Promise.resolve(pressed);
    };
  });
  after(async () => {
    window.showWarningMessage = original;
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.getConfiguration('git').update('enabled', undefined, vscode.ConfigurationTarget.Global);
    for (const name of ['ignored', 'tracked', 'open']) await rm(sample(name).fsPath, { recursive: true, force: true });
  });

  it('is named once, unless git ignores it', async () => {
    const ignored = await repository('ignored', (folder) => {
      writeFileSync(join(folder, '.gitignore'), '*.csv\n');
    });
    const tracked = await repository('tracked', (folder) => {
      execFileSync('git', ['add', 'staff.csv'], { cwd: folder });
    });
    await preview(ignored);
    await preview(tracked);
    assert.deepEqual(await warned(1), [
      'staff.csv is in git, so everybody who has the repository has its people\'s data. "git rm --cached" takes it out of the next commit; earlier commits keep it.',
    ]);
    const open = await repository('open', () => undefined);
    pressed = 'Add to .gitignore';
    await preview(tracked);
    await preview(ignored);
    await preview(open);
    assert.equal(
      (await warned(2))[1],
      "git does not ignore staff.csv: the next commit may take its people's data into the repository.",
    );
    assert.deepEqual(warnings[1]?.buttons, ['Add to .gitignore']);
    const list = vscode.Uri.joinPath(open, '..', '.gitignore').fsPath;
    while ((await readFile(list, 'utf8').catch(() => '')) === '')
      await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(await readFile(list, 'utf8'), '/staff.csv\n');
    assert.equal(warnings.length, 2);
  }).timeout(60_000);
});
