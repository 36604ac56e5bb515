import { parseInstant } from '../../core/logs/instant';
import type { LogFilter } from '../../core/logs/list/logFilter';
import { LOG_ACTIONS, LOG_STATUSES } from '../../core/logs/logEntry';
import type { Invocation } from '../command';
import { UsageError } from '../command';
import type { Options } from '../readWords';

/** The options that filter entries of the log. */
export const LOG_FILTER_OPTIONS: Options = {
  since: { type: 'string' },
  until: { type: 'string' },
  person: { type: 'string' },
  name: { type: 'string' },
  action: { type: 'string', multiple: true },
  status: { type: 'string', multiple: true },
  code: { type: 'string' },
};

/** Their lines in help pages. */
export const LOG_FILTER_USAGE: readonly string[] = [
  '--since T            only entries from this time on (2026-11-23T08:00:00Z)',
  '--until T            only entries before this time',
  '--person ID          only entries about the person with this id',
  '--name TEXT          only entries about people with this text in their name',
  `--action A           only this action: ${LOG_ACTIONS.join(', ')}; may be repeated`,
  `--status S           only this status: ${LOG_STATUSES.join(', ')}; may be repeated`,
  '--code C             only entries with this text in the code of the failure or of the reason why nothing was done',
];

/** The filter that the options describe. Throws {@link UsageError}. */
export function logFilterOf(invocation: Invocation): LogFilter {
  const [since, until] = [timeOption(invocation, 'since'), timeOption(invocation, 'until')];
  const [person, name, code] = ['person', 'name', 'code'].map((option) => textOption(invocation, option));
  const actions = wordsOption(invocation, 'action', LOG_ACTIONS);
  const statuses = wordsOption(invocation, 'status', LOG_STATUSES);
  if (since !== undefined && until !== undefined && (parseInstant(since) ?? 0) >= (parseInstant(until) ?? 0))
    throw new UsageError('--until must be later than --since.');
  return {
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(person !== undefined && { person }),
    ...(name !== undefined && { name }),
    ...(actions.length > 0 && { actions }),
    ...(statuses.length > 0 && { statuses }),
    ...(code !== undefined && { code }),
  };
}

function timeOption(invocation: Invocation, name: string): string | undefined {
  const given = invocation.option(name);
  if (given !== undefined && parseInstant(given) === undefined)
    throw new UsageError(`--${name} takes a time like 2026-11-23T08:00:00Z, not "${given}".`);
  return given;
}

function textOption(invocation: Invocation, name: string): string | undefined {
  const given = invocation.option(name);
  if (given === '') throw new UsageError(`--${name} needs a value.`);
  return given;
}

/** The values of an option that are words of this tool, ignoring case. */
function wordsOption<Word extends string>(
  invocation: Invocation,
  name: string,
  words: readonly Word[],
): readonly Word[] {
  return invocation.list(name).map((given) => {
    const word = words.find((candidate) => candidate.toLowerCase() === given.toLowerCase());
    if (word !== undefined) return word;
    throw new UsageError(`--${name} takes ${words.slice(0, -1).join(', ')} or ${words.at(-1)}, not "${given}".`);
  });
}
