/**
 * Why a path is refused: the file cannot be read (`unreadable`) or written (`unwritable`), was changed while it was
 * read, or is too large.
 */
export type FileTrouble = 'unreadable' | 'unwritable' | 'changed' | 'too-large';

/** A path cannot be used. The message names it, says why, and gives the remedy. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly trouble: FileTrouble;
  /** The size in bytes of a file that is too large, if known. */
  readonly size: number | undefined;

  constructor(trouble: FileTrouble, message: string, options: ErrorOptions & { readonly size?: number } = {}) {
    super(message, options);
    this.trouble = trouble;
    this.size = options.size;
  }
}

/** The reason and the remedy for each system code. {@link WRITING} contains those that differ for writing. */
const READING: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the path, and whether a link points nowhere.',
  ENOTDIR: 'a part of the path is not a folder. Check the path.',
  EISDIR: 'it is a folder. Name the file itself.',
  EACCES: 'permission is denied. Ask for the right to read it.',
  EPERM: 'permission is denied. Ask for the right to read it.',
  EBUSY: 'another program holds it. Close it there and try again.',
  ELOOP: 'its links lead back to themselves. Name the file that is meant.',
  ENAMETOOLONG: 'its name is longer than the system allows. Check the path.',
  EMFILE: 'too many files are open. Close some and try again.',
  ENFILE: 'too many files are open. Close some and try again.',
  // For a socket, or a device without a driver
  ENXIO: 'it is a socket or a device, not a file. Name a file.',
  ENODEV: 'it is a device, not a file. Name a file.',
  EAGAIN: 'it has nothing to read now, so it is not a file. Name a file.',
  EIO: 'the system cannot read its contents. Copy it to a local folder and try again.',
  EINVAL: 'it cannot be read like a file. Name a file.',
  ERR_INVALID_ARG_VALUE: 'a path cannot hold a null character. Check the path.',
};

const WRITING: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist. Create the folder first, or check the path.',
  EEXIST: 'it exists already. Remove it, or choose another name.',
  EISDIR: 'it is a folder. Name a file.',
  EACCES: 'permission is denied. Choose another folder, or ask for the right to write there.',
  EPERM: 'permission is denied. Choose another folder, or ask for the right to write there.',
  EROFS: 'its file system is read-only. Choose another folder.',
  ENOSPC: 'the disk is full. Make room and try again.',
  EDQUOT: 'the disk quota is used up. Make room and try again.',
  EFBIG: 'it is larger than the system allows. Make room and try again.',
  EIO: 'the disk reports an error. Check the disk, or choose another folder.',
};

const WRITING_INTO: Readonly<Record<string, string>> = {
  ...WRITING,
  ENOENT: 'it cannot be created there. Choose another folder.',
  EEXIST: 'it is not a folder. Choose another name.',
  ENOTDIR: 'a part of the path is not a folder. Check the path.',
};

/** The reason and the remedy for the program's own files, whose location the user cannot change meanwhile. */
const KEEPING: Readonly<Record<string, string>> = {
  ENOENT: 'it was moved or deleted. Put it back, then try again.',
  EEXIST: 'it is not a folder. Put the folder back, then try again.',
  ENOTDIR: 'it is not a folder. Put the folder back, then try again.',
  EACCES: 'permission is denied. Allow yourself to write there, then try again.',
  EPERM: 'permission is denied. Allow yourself to write there, then try again.',
  EROFS: 'its file system is read-only. Make it writable, then try again.',
  ENOSPC: 'the disk is full. Make room there, then try again.',
  EDQUOT: 'the disk quota is used up. Make room there, then try again.',
  EFBIG: 'the file would be larger than the system allows. Raise that limit, then try again.',
  EIO: 'the disk reports an error. Check the disk, then try again.',
  EBUSY: 'another program holds the file. Close it there, then try again.',
  EMFILE: 'too many files are open. Close some, then try again.',
  ENFILE: 'too many files are open. Close some, then try again.',
};

/** The error for a path that cannot be read. Rethrows `error` if it is not a system error, because it is then a bug. */
export function unreadable(path: string, error: unknown): FileError {
  return new FileError('unreadable', `${named(path)} cannot be read: ${reasonOf(path, error, READING)}`, {
    cause: error,
  });
}

/** The error for a path that cannot be written. */
export function unwritable(path: string, error: unknown): FileError {
  return new FileError(
    'unwritable',
    `${named(path)} cannot be written: ${reasonOf(path, error, { ...READING, ...WRITING })}`,
    {
      cause: error,
    },
  );
}

/** The error for a folder that cannot be created or written. */
export function unwritableFolder(path: string, error: unknown): FileError {
  const reason = reasonOf(path, error, { ...READING, ...WRITING_INTO });
  return new FileError('unwritable', `Cannot write to the folder ${path}: ${reason}`, { cause: error });
}

/**
 * The error for something that cannot be stored. The message names the content and the folder, not temporary file
 * names.
 *
 * @param what the start of the sentence
 *
 * @param so the consequence for the user, as a sentence
 */
export function unkept(what: string, folder: string, error: unknown, so?: string): FileError {
  const code = systemCode(error);
  if (code === undefined) throw error;
  const reason = KEEPING[code] ?? `the system says "${code}". Check the disk, then try again.`;
  const words = `${what} cannot be written to the folder ${folder}: ${reason}`;
  return new FileError('unwritable', so === undefined ? words : `${words} ${so}`, { cause: error });
}

/** The consequence when a plan could not be stored. */
export const NOTHING_SENT = 'Nothing was sent.';

function named(path: string): string {
  return path === '' ? 'An empty path' : path;
}

function reasonOf(path: string, error: unknown, words: Readonly<Record<string, string>>): string {
  const code = systemCode(error);
  if (code === undefined) throw error;
  if (path === '') return 'it names no file. Check the path.';
  return words[code] ?? `the system says "${code}". Check the path, or use a file in another folder.`;
}

/** The code of a system error; `undefined` for any other error. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
