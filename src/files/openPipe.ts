import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readlinkSync } from 'node:fs';
import { Socket } from 'node:net';
import { FileError, systemCode, unreadable } from './fileError';

/**
 * Maximum bytes of a pipe, for every kind of document: they are kept in memory, because a pipe can be read only once.
 */
export const PIPED = 32 * 1024 * 1024;

/**
 * The paths of descriptors that are already open in this process, with which a shell passes the output of another
 * program.
 */
const OPEN = /^\/(?:dev\/(?:stdin|fd\/(\d+))|proc\/self\/fd\/(\d+))$/;

/** Windows lacks the flag. */
const { O_RDONLY, O_NONBLOCK } = constants as Partial<typeof constants>;

const kept = new Map<string, Promise<readonly Uint8Array[]>>();
const waiting = new Set<Socket>();

/** Stops waiting for pipes: their readers fail with this reason, because the writer may never write. */
export function giveUpPipes(reason: Error): void {
  for (const socket of waiting) socket.destroy(reason);
}

/**
 * What came out of a pipe that is open in this process, the same at every call; `undefined` when the path is none of such a pipe. A
 * pipe with a name in the file system is none: nobody may ever write to it. Throws {@link FileError} for one that nothing can come
 * out of, and for one without end.
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

/** Whether a path names something by its number in this process. It has no extension to know its kind by. */
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

/** Whether this process has the end of the pipe to write to, and would wait for itself. Only Linux shows it. */
function isWrittenHere(descriptor: string): boolean {
  if (process.platform !== 'linux') return false;
  const pipe = readlinkSync(SELF + descriptor);
  return readdirSync(SELF).some((other) => {
    try {
      return readlinkSync(SELF + other) === pipe && (lstatSync(SELF + other).mode & constants.S_IWUSR) !== 0;
    } catch (error) {
      // Closed meanwhile, as the list of descriptors itself is
      if (systemCode(error) === 'ENOENT') return false;
      throw error;
    }
  });
}

const SELF = '/proc/self/fd/';

/** As a stream of the event loop, unlike a read of a file, it can be given up while it waits. */
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
    // An error that is not the system's is the reason for giving up
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
