import { createHash } from 'node:crypto';
import { lstat, rm } from 'node:fs/promises';
import type { Server } from 'node:net';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isJsonObject, member, readJson } from '../../core/json/jsonValue';
import { systemCode } from '../../files/fileError';
import { SavedTenantError } from './savedTenantError';

/** A folder that is this process's alone. */
export interface FolderLock {
  release(): Promise<void>;
}

/** Milliseconds that a holder has to say who it is. */
const ANSWER_TIMEOUT = 1000;
const MAX_ANSWER_CHARACTERS = 1000;
/** Milliseconds after which two that saw the same dead socket have both acted. */
const SETTLE_TIME = 100;

/**
 * Takes a folder for this process, or throws {@link SavedTenantError} with who has it. What holds it is a bound local socket, which
 * the system releases however the process ends: nothing is left behind that could be stale or ignored.
 * @param folder its real path
 */
export async function lockFolder(folder: string, address = addressOf(folder)): Promise<FolderLock> {
  const server = announce();
  try {
    await listen(server, address);
  } catch (error) {
    if (systemCode(error) !== 'EADDRINUSE') throw error;
    await takeOver(server, folder, address);
  }
  // Holding a folder keeps no process alive
  server.unref();
  return { release: () => new Promise((released) => server.close(() => released())) };
}

/** One socket for each folder, by a name that fits the system's limit. Linux and Windows need no file for it. */
function addressOf(folder: string): string {
  const name = `entra-inbound-sandbox-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** Tells everybody who connects which process this is. */
function announce(): Server {
  const words = JSON.stringify({ pid: process.pid, started: new Date().toISOString() });
  return createServer((socket) => {
    // Who has gone before the answer needs none
    socket.on('error', () => undefined);
    socket.end(words);
  });
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

/** The address is in use: by somebody, or, where sockets are files, by the file of somebody who has died. */
async function takeOver(server: Server, folder: string, address: string): Promise<void> {
  const holder = await askHolder(address);
  if (holder !== undefined) throw inUse(folder, holder);
  await rm(address, { force: true });
  try {
    await listen(server, address);
  } catch (error) {
    if (systemCode(error) !== 'EADDRINUSE') throw error;
    throw inUse(folder, (await askHolder(address)) ?? '');
  }
  const own = await inodeOf(address);
  await new Promise((settled) => setTimeout(settled, SETTLE_TIME));
  if ((await inodeOf(address)) === own) return;
  // Another one has seen the same dead socket and removed ours with it
  await new Promise((closed) => server.close(closed));
  throw inUse(folder, (await askHolder(address)) ?? '');
}

async function inodeOf(path: string): Promise<bigint | undefined> {
  try {
    return (await lstat(path, { bigint: true })).ino;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function inUse(folder: string, holder: string): SavedTenantError {
  return new SavedTenantError(
    `${folder} is in use by another sandbox${holder === '' ? '' : ` (${holder})`}. Stop that one first, or choose another folder.`,
  );
}

/** What the process at an address says of itself; `''` if it says nothing that we know, `undefined` if there is none. */
function askHolder(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(address);
    const finish = (answer: string | undefined): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setEncoding('utf8').setTimeout(ANSWER_TIMEOUT, () => finish(describe(text)));
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (text.length > MAX_ANSWER_CHARACTERS) finish('');
    });
    socket.on('end', () => finish(describe(text)));
    socket.on('error', (error) => {
      const isGone = ['ECONNREFUSED', 'ENOENT'].includes(systemCode(error) ?? '');
      finish(isGone ? undefined : describe(text));
    });
  });
}

/** Anybody may have bound the address: only a number and a time are taken from what it says. */
function describe(text: string): string {
  const json = readJson(text);
  const value = 'value' in json && isJsonObject(json.value) ? json.value : {};
  const pid = member(value, 'pid');
  const started = member(value, 'started');
  const time = typeof started === 'string' ? Date.parse(started) : NaN;
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || Number.isNaN(time)) return '';
  return `process ${pid}, started ${new Date(time).toISOString()}`;
}
