import { UsageError } from '../command';

/** How many candidates are named. */
const NAMED = 5;

/**
 * The run that a word means: its id, the beginning of its id where no other begins so, or `last`. Throws {@link UsageError}.
 * @param ids the newest first
 */
export function chooseRun(word: string, ids: readonly string[]): string {
  const [newest] = ids;
  if (newest === undefined) throw new UsageError('There are no runs on this machine.');
  if (word === 'last') return newest;
  const meant = ids.filter((id) => id.startsWith(word));
  const [only, ...others] = meant;
  if (only === undefined || word === '')
    throw new UsageError(`There is no run "${word}". "entra-inbound runs" lists them.`);
  // An id is never the beginning of another
  if (others.length === 0) return only;
  const more = meant.length > NAMED ? `, and ${meant.length - NAMED} more` : '';
  throw new UsageError(`${meant.length} runs begin with "${word}": ${meant.slice(0, NAMED).join(', ')}${more}.`);
}
