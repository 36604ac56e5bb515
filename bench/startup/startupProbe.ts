// Runs inside VS Code, as a suite: wakes the extension, opens one file, and writes down what was loaded and how long it took.
import { statSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as vscode from 'vscode';

/** Milliseconds on the clock, and of the processor in the whole extension host. */
export interface Duration {
  readonly clock: number;
  readonly processor: number;
}

/** What one start has shown. */
export interface StartupFigures {
  /** From asking the extension to start until it has started. */
  readonly activate: Duration;
  /** From when the file is open until the extension answers for it; `null` for a file that is none of ours. */
  readonly answer: Duration | null;
  /** The files of the extension that were loaded, and their bytes. */
  readonly loaded: readonly string[];
  readonly bytes: number;
}

/** Milliseconds for which the window is left alone, so that nothing else starts meanwhile and all that loads is loaded. */
const SETTLE = 2000;
const LIMIT = 20_000;

/**
 * @throws {Error} if something has woken the extension before, or it never answers for the file
 */
export async function run(): Promise<void> {
  const { STARTUP_FILE: file, STARTUP_RESULTS: results, STARTUP_IS_OURS: isOurs } = process.env;
  const extension = vscode.extensions.getExtension('entra-inbound.entra-inbound');
  if (file === undefined || results === undefined || extension === undefined) throw new Error('There is no order.');
  if (extension.isActive) throw new Error('Something has woken the extension before the file was opened.');
  await pause(SETTLE);
  const activate = await measure(async () => {
    await extension.activate();
  });
  const { uri } = await vscode.workspace.openTextDocument(file);
  const answer = isOurs === 'yes' ? await measure(() => answerFor(uri)) : null;
  await pause(SETTLE);
  const loaded = loadedFiles(extension.extensionPath);
  const bytes = loaded.reduce((sum, path) => sum + statSync(path).size, 0);
  const figures: StartupFigures = { activate, answer, loaded: loaded.map((path) => basename(path)), bytes };
  writeFileSync(results, JSON.stringify(figures));
}

async function measure(work: () => Promise<void>): Promise<Duration> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - start, processor: (user + system) / 1000 };
}

/** Every document of ours has at least one code lens. */
async function answerFor(uri: vscode.Uri): Promise<void> {
  const start = performance.now();
  while (performance.now() - start < LIMIT) {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
    if (lenses.some(({ command }) => command?.command.startsWith('entraInbound.') === true)) return;
    await pause(2);
  }
  throw new Error(`The extension has not answered for ${uri.fsPath}.`);
}

/** The scripts and modules of a folder that this process has loaded, by what its debugger knows. */
function loadedFiles(folder: string): readonly string[] {
  const session = new Session();
  const found = new Set<string>();
  session.connect();
  session.on('Debugger.scriptParsed', ({ params: { url } }) => {
    const path = url.startsWith('file:') ? fileURLToPath(url) : url;
    if (path.startsWith(folder)) found.add(path);
  });
  session.post('Debugger.enable');
  session.disconnect();
  return [...found].sort();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
