import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readlinkSync } from 'node:fs';
import { Socket } from 'node:net';
import { FileError, systemCode, unreadable } from './fileError';

/** Maximum bytes of a pipe, for every kind of document. They stay in memory, because a pipe can only be read once. */
export const PIPED = 32 * 1024 * 1024;

/** Paths of descriptors that this process has open, by which a shell passes the output of another program. */
const OPEN = /^\/(?:dev\/(?:stdin|fd\/(\d+))|proc\/self\/fd\/(\d+))$/;

/** Windows lacks the flag. */
const { O_RDONLY, O_NONBLOCK } = constants as Partial<typeof constants>;

const kept = new Map<string, Promise<readonly Uint8Array[]>>();
const waiting = new Set<Socket>();

/** Stops waiting for pipes whose writers may never write. Their readers fail with this reason. */
export function giveUpPipes(reason: Error): void {
  for (const socket of waiting) socket.destroy(reason);
}

/**
 * The content of a pipe that is open in this process, the same at every call; `undefined` if the path is not one. Named
 * pipes are excluded, because a writer may never come. Throws {@link FileError} for a pipe from which nothing can
 * arrive, and for one that is too long.
 */
export async function pipedBlocks(path: string): Promise<readonly Uint8Array[] | undefined> {
  const descriptor = descriptorOf(path);
  if (descriptor === undefined) return undefined;
  const known = kept.get(descriptor);
  if (known !== undefined) return known;
  const fd = openPipe(path, descriptor);
  if (fd === undefined) return undefined;
  const blocks = drain(path, fd);
  kept.set(descriptor, blocks);
  return blocks;
}

/** Whether a path is a descriptor of this process. Such a path has no extension that shows the kind of document. */
export function isDescriptor(path: string): boolean {
  return descriptorOf(path) !== undefined;
}

function descriptorOf(path: string): string | undefined {
  const found = process.platform === 'win32' ? null : OPEN.exec(path);
  return found === null ? undefined : (found[1] ?? found[2] ?? '0');
}

function openPipe(path: string, descriptor: string): number | undefined {
  let fd: number;
  try {
    fd = openSync(path, (O_RDONLY ?? 0) | (O_NONBLOCK ?? 0));
  } catch (error) {
    if (systemCode(error) === 'ENOENT')
      throw refused(path, `descriptor ${descriptor} is not open. Check the number, or name a file.`, error);
    throw unreadable(path, error);
  }
  const isPipe = fstatSync(fd).isFIFO();
  if (isPipe && !isWrittenHere(descriptor)) return fd;
  closeSync(fd);
  if (isPipe) throw refused(path, 'it is a pipe that this program itself writes to. Name a file.');
  return undefined;
}

/**
 * Whether this process also has the writing end of the pipe, so that it would wait for itself. Only Linux shows that.
 */
function isWrittenHere(descriptor: string): boolean {
  if (process.platform !== 'linux') return false;
  const pipe = readlinkSync(SELF + descriptor);
  return readdirSync(SELF).some((other) => {
    try {
      return readlinkSync(SELF + other) === pipe && (lstatSync(SELF + other).mode & constants.S_IWUSR) !== 0;
    } catch (error) {
      // The descriptor was closed meanwhile, as the one that lists the folder always is
      if (systemCode(error) === 'ENOENT') return false;
      throw error;
    }
  });
}

const SELF = '/proc/self/fd/';

/** Reads a pipe to its end. Uses a socket, because waiting for it can be cancelled, unlike reading a file. */
async function drain(path: string, fd: number): Promise<readonly Uint8Array[]> {
  const blocks: Uint8Array[] = [];
  let length = 0;
  const socket = new Socket({ fd, readable: true, writable: false });
  waiting.add(socket);
  try {
    for await (const block of socket as AsyncIterable<Uint8Array>) {
      length += block.length;
      if (length > PIPED) break;
      blocks.push(block);
    }
  } catch (error) {
    // An error without a system code is the reason passed to `giveUpPipes`
    throw systemCode(error) === undefined ? error : unreadable(path, error);
  } finally {
    waiting.delete(socket);
  }
  if (length <= PIPED) return blocks;
  throw new FileError(
    'too-large',
    `${path} cannot be read: it has more than ${PIPED / 1024 / 1024} MiB, the limit for a pipe. Check that it is the right one, or save its output to a file and pass that file's path.`,
    { size: length },
  );
}

function refused(path: string, reason: string, cause?: unknown): FileError {
  return new FileError('unreadable', `${path} cannot be read: ${reason}`, { cause });
}
