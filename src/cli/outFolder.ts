import { mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FileError, systemCode, unwritableFolder } from '../files/fileError';
import { makeFolder } from '../files/makeFolder';

/** The names of everything that a conversion writes into its folder, including the unfinished work of a killed one. */
const OURS = /^(?:[0-9]{4,}\.bulk\.json|problems\.json|\.unfinished-[A-Za-z0-9]{6})$/;

/**
 * The file that marks a folder while it does not hold the files of one complete conversion. It stays if the conversion
 * is killed.
 */
const MARK = 'INCOMPLETE';

const MARK_TEXT =
  'A conversion is writing here, or was interrupted. While this file exists, do not use the other files: convert again.\n';

/**
 * The folder that a conversion writes to. Contains all files of one conversion, or else `INCOMPLETE`. The first file is
 * removed first and written last, so an incomplete set never begins with `0001.bulk.json`.
 */
export class OutFolder {
  readonly #folder: string;
  #isMarked = true;
  #isWhole = false;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Creates the folder if it is missing, marks it, and removes the files of an earlier conversion. Throws {@link
   * FileError}.
   */
  static empty(folder: string): Promise<OutFolder> {
    return writing(folder, async () => {
      await makeFolder(folder);
      await mark(join(folder, MARK));
      for (const name of await ours(folder)) await rm(join(folder, name), { recursive: true, force: true });
      return new OutFolder(folder);
    });
  }

  /** A separate folder for unfinished files. */
  work(): Promise<string> {
    return writing(this.#folder, () => mkdtemp(join(this.#folder, '.unfinished-')));
  }

  /** Moves finished files out of the folder for unfinished ones. */
  take(work: string): Promise<void> {
    return writing(this.#folder, async () => {
      for (const name of (await readdir(work)).sort().reverse())
        await rename(join(work, name), join(this.#folder, name));
      this.#isWhole = true;
    });
  }

  /** Removes incomplete files, then the mark. */
  async finish(): Promise<void> {
    if (!this.#isMarked) return;
    await writing(this.#folder, async () => {
      for (const name of await ours(this.#folder))
        if (!this.#isWhole || name.startsWith('.'))
          await rm(join(this.#folder, name), { recursive: true, force: true });
      await rm(join(this.#folder, MARK), { force: true });
    });
    this.#isMarked = false;
  }
}

/** Sorted in the order of removal. */
async function ours(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => OURS.test(name)).sort();
}

async function mark(path: string): Promise<void> {
  try {
    const file = await open(path, 'wx');
    // On a full disk the file's name must suffice
    await file.writeFile(MARK_TEXT).catch(() => undefined);
    await file.close();
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
}

/**
 * Runs an action that writes into a folder. If it is unwritable, throws an error for the user, who has to correct
 * `--out` or free disk space.
 */
export async function writing<T>(folder: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw unwritableFolder(folder, error);
  }
}
