import { UsageError } from '../command';

/** Maximum number of candidates to list. */
const NAMED = 5;

/**
 * Finds a run by its id, an unambiguous beginning of its id, or `last`. Throws {@link UsageError}.
 *
 * @param ids all ids, newest first
 */
export function chooseRun(word: string, ids: readonly string[]): string {
  const [newest] = ids;
  if (newest === undefined) throw new UsageError('This machine has no runs.');
  if (word === 'last') return newest;
  const meant = ids.filter((id) => id.startsWith(word));
  const [only, ...others] = meant;
  if (only === undefined || word === '')
    throw new UsageError(`Unknown run "${word}". "entra-inbound runs" lists them.`);
  // Always the case for a whole id, because no id is the beginning of another
  if (others.length === 0) return only;
  const more = meant.length > NAMED ? `, and ${meant.length - NAMED} more` : '';
  throw new UsageError(`${meant.length} runs begin with "${word}": ${meant.slice(0, NAMED).join(', ')}${more}.`);
}
