import type { SandboxConnectionFile } from './file/sandboxFile';
import { parseConnectionFile } from './connectionFile';

/** A folder for state that outlives a process; only this user can read it. */
export interface StateFolder {
  pathOf(name: string): string;
  /** Every file with its modification time in milliseconds; empty if the folder is missing. */
  list(): Promise<readonly { readonly name: string; readonly changed: number }[]>;
  /** `undefined` if the file does not exist, or another user wrote it. */
  read(name: string): Promise<string | undefined>;
  /** Writes a file atomically. */
  write(name: string, text: string): Promise<void>;
  /**
   * Writes a new file atomically. Returns whether its name was free: of several concurrent creators, only one gets
   * `true`.
   */
  create(name: string, text: string): Promise<boolean>;
  /** Removes a file if it has this text; returns whether it did. */
  remove(name: string, text: string): Promise<boolean>;
}

/** A sandbox whose connection file is in the state folder. */
export interface AnnouncedSandbox {
  readonly file: SandboxConnectionFile;
  readonly path: string;
  /** Removes its file, unless another sandbox has announced itself there meanwhile; returns whether it did. */
  remove(): Promise<boolean>;
}

const FILE = /^sandbox-[0-9]+\.connection\.json$/;

/** Writes the connection file of a running sandbox; returns its path. */
export async function announceSandbox(folder: StateFolder, port: number, file: SandboxConnectionFile): Promise<string> {
  await folder.write(nameOf(port), textOf(file));
  return folder.pathOf(nameOf(port));
}

export async function withdrawSandbox(folder: StateFolder, port: number, file: SandboxConnectionFile): Promise<void> {
  await folder.remove(nameOf(port), textOf(file));
}

/** Sandboxes that were announced and not withdrawn, newest first. May include sandboxes that were killed. */
export async function announcedSandboxes(folder: StateFolder): Promise<readonly AnnouncedSandbox[]> {
  const files = (await folder.list()).filter(({ name }) => FILE.test(name));
  const newestFirst = [...files].sort((a, b) => b.changed - a.changed);
  const announced = await Promise.all(newestFirst.map(({ name }) => readAnnounced(folder, name)));
  return announced.filter((each) => each !== undefined);
}

/** The sandbox that was announced at a port and not withdrawn. */
export function announcedAt(folder: StateFolder, port: number): Promise<AnnouncedSandbox | undefined> {
  return readAnnounced(folder, nameOf(port));
}

async function readAnnounced(folder: StateFolder, name: string): Promise<AnnouncedSandbox | undefined> {
  const text = await folder.read(name);
  const file = parseConnectionFile(text ?? '');
  if (text === undefined || 'refusal' in file || file.kind !== 'sandbox') return undefined;
  return { file, path: folder.pathOf(name), remove: () => folder.remove(name, text) };
}

function nameOf(port: number): string {
  return `sandbox-${port}.connection.json`;
}

function textOf(file: SandboxConnectionFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
