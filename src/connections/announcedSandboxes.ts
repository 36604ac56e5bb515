import type { SandboxConnectionFile } from './connectionFile';
import { parseConnectionFile } from './connectionFile';

/** A folder for what outlives a call, for this user's eyes only. */
export interface StateFolder {
  /** Every file and when it was changed, in milliseconds; nothing where the folder is missing. */
  list(): Promise<readonly { readonly name: string; readonly changed: number }[]>;
  /** `undefined` for a file that is gone. */
  read(name: string): Promise<string | undefined>;
  /** Writes a file whole or not at all; gives its path. */
  write(name: string, text: string): Promise<string>;
  remove(name: string): Promise<void>;
}

const FILE = /^sandbox-[0-9]+\.connection\.json$/;

/** Writes the connection file of a sandbox that runs now; gives its path. */
export function announceSandbox(folder: StateFolder, port: number, file: SandboxConnectionFile): Promise<string> {
  return folder.write(nameOf(port), `${JSON.stringify(file, null, 2)}\n`);
}

export function withdrawSandbox(folder: StateFolder, port: number): Promise<void> {
  return folder.remove(nameOf(port));
}

/** Sandboxes that were announced and not withdrawn, the newest first; one that was killed is among them. */
export async function announcedSandboxes(folder: StateFolder): Promise<readonly SandboxConnectionFile[]> {
  const files = (await folder.list()).filter(({ name }) => FILE.test(name));
  const newestFirst = [...files].sort((a, b) => b.changed - a.changed);
  const texts = await Promise.all(newestFirst.map(({ name }) => folder.read(name)));
  return texts.flatMap((text) => {
    const file = parseConnectionFile(text ?? '');
    return 'refusal' in file ? [] : [file];
  });
}

function nameOf(port: number): string {
  return `sandbox-${port}.connection.json`;
}
