import type { LoadedMapping } from '../../core/mapping/loadMapping';
import { isUsable, loadMapping } from '../../core/mapping/loadMapping';
import { readText } from '../../files/readText';
import { printDocumentProblems } from '../terminal/documentProblem';
import type { Terminal } from '../terminal/terminal';
import { refuseScript } from './refuseScript';

/**
 * Loads a mapping and prints its problems on standard error; returns `undefined` if it has errors. Throws `UsageError`
 * for a script.
 *
 * @param json whether to print each problem as a JSON object per line
 */
export async function readMapping(path: string, terminal: Terminal, json: boolean): Promise<LoadedMapping | undefined> {
  refuseScript(path);
  const loaded = loadMapping(await readText(path, 'mapping'));
  await printDocumentProblems(path, loaded.parsed.text, loaded.problems, terminal, json);
  return isUsable(loaded) ? loaded : undefined;
}
