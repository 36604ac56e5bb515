import assert from 'node:assert/strict';
import { Session } from 'node:inspector';
import { fileURLToPath } from 'node:url';
import * as vscode from 'vscode';

export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('entra-inbound.entra-inbound');
  assert.ok(found, 'VS Code does not know the extension');
  return found;
}

/** A file of the sample workspace. */
export function sample(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no workspace is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** The scripts and modules that this extension host has loaded so far, as its debugger knows them: by path with forward slashes. */
export function loadedModules(): readonly string[] {
  const session = new Session();
  const found = new Set<string>();
  session.connect();
  session.on('Debugger.scriptParsed', ({ params: { url } }) => {
    found.add((url.startsWith('file:') ? fileURLToPath(url) : url).replaceAll('\\', '/'));
  });
  // Tells of every script there is before it answers
  session.post('Debugger.enable');
  session.disconnect();
  return [...found];
}

/** How many worker threads this process runs. */
export function workerCount(): number {
  const report = process.report.getReport() as unknown as { readonly workers: readonly unknown[] };
  return report.workers.length;
}

/** Resolves with the first value that `look` finds, asked at once and after each event. The test's time limit ends a vain wait. */
export function when<Value>(event: vscode.Event<unknown>, look: () => Value | undefined): Promise<Value> {
  return new Promise((resolve) => {
    const subscription = event(() => {
      ask();
    });
    const ask = () => {
      const found = look();
      if (found === undefined) return;
      subscription.dispose();
      resolve(found);
    };
    ask();
  });
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Two people of the sample extract as an extract of their own, `small.csv`, so that sending takes no time. */
export async function writeSmallExtract(): Promise<void> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(sample('contoso.csv')));
  const rows = text.split('\r\n').filter((row) => /^(WorkerID|C10589|C10936);/.test(row));
  await vscode.workspace.fs.writeFile(sample('small.csv'), new TextEncoder().encode(`${rows.join('\r\n')}\r\n`));
}

/** The code of a diagnostic, which is a link to what explains it. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Has what a test has measured printed with its result: what it logs is lost in what the window logs. */
export function noteFigures(test: Mocha.Runnable | undefined, figures: string): void {
  Object.assign(test ?? {}, { figures });
}
