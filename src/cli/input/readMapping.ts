import { readFile } from 'node:fs/promises';
import type { LoadedMapping } from '../../core/mapping/loadMapping';
import { isUsable, loadMapping } from '../../core/mapping/loadMapping';
import { UsageError } from '../command';
import { printDocumentProblems } from '../terminal/documentProblem';
import type { Terminal } from '../terminal/terminal';

/**
 * The text of a mapping file, which must be UTF-8. Throws {@link UsageError} when it cannot be read.
 * @param keepsMark whether a byte order mark is a part of the text
 */
export async function readText(path: string, keepsMark = false): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: keepsMark }).decode(await readFile(path));
  } catch (error) {
    const reason =
      error instanceof TypeError ? 'it is not UTF-8 text' : error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} cannot be read: ${reason}.`, { cause: error });
  }
}

/**
 * Loads a mapping for a call that needs one. Its problems go to standard error; `undefined` when it has errors, so that
 * nothing can be done with it.
 * @param json whether each problem is an object on a line, instead of text
 */
export async function readMapping(path: string, terminal: Terminal, json: boolean): Promise<LoadedMapping | undefined> {
  const loaded = loadMapping(await readText(path));
  await printDocumentProblems(path, loaded.parsed.text, loaded.problems, terminal, json);
  return isUsable(loaded) ? loaded : undefined;
}
