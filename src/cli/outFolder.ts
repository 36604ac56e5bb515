import { mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FileError, systemCode, unwritableFolder } from '../files/fileError';
import { makeFolder } from '../files/makeFolder';

/** What a conversion writes into its folder; one that was killed has left its unfinished work. */
const OURS = /^(?:[0-9]{4,}\.bulk\.json|problems\.json|\.unfinished-[A-Za-z0-9]{6})$/;

/** Lies in the folder for as long as its files are not those of one whole conversion, and stays there when it is killed. */
const MARK = 'INCOMPLETE';

const MARK_TEXT =
  'A conversion is being written here, or was broken off. While this file exists, do not use the files beside it: convert again.\n';

/**
 * The folder that a conversion writes to. Whoever looks into it sees all files of one conversion, or `INCOMPLETE` beside what
 * there is; and since the first file goes first and comes last, a part never begins with `0001.bulk.json` either.
 */
export class OutFolder {
  readonly #folder: string;
  #isMarked = true;
  #isWhole = false;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes the folder where it is missing, marks it, and takes the files of an earlier conversion away. Throws {@link FileError}. */
  static empty(folder: string): Promise<OutFolder> {
    return writing(folder, async () => {
      await makeFolder(folder);
      await mark(join(folder, MARK));
      for (const name of await ours(folder)) await rm(join(folder, name), { recursive: true, force: true });
      return new OutFolder(folder);
    });
  }

  /** A folder of its own for what is not finished. */
  work(): Promise<string> {
    return writing(this.#folder, () => mkdtemp(join(this.#folder, '.unfinished-')));
  }

  /** Takes over what was written in the folder for unfinished work. */
  take(work: string): Promise<void> {
    return writing(this.#folder, async () => {
      for (const name of (await readdir(work)).sort().reverse())
        await rename(join(work, name), join(this.#folder, name));
      this.#isWhole = true;
    });
  }

  /** Takes what is not whole away, and then the mark. */
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

/** In the order in which they are taken away. */
async function ours(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => OURS.test(name)).sort();
}

async function mark(path: string): Promise<void> {
  try {
    const file = await open(path, 'wx');
    // On a full disk its name alone has to say it
    await file.writeFile(MARK_TEXT).catch(() => undefined);
    await file.close();
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
}

/** Runs what writes into a folder. A folder that cannot be written to is a wrong `--out` or a full disk: both are the user's to mend. */
export async function writing<T>(folder: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw unwritableFolder(folder, error);
  }
}
