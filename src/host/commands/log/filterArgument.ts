import { parseInstant } from '../../../core/logs/instant';
import type { LogFilter } from '../../../core/logs/list/logFilter';
import { LOG_ACTIONS, LOG_STATUSES } from '../../../core/logs/logEntry';

/** A filter from a key binding or another extension; unknown members are dropped, and `undefined` is not a filter. */
export function filterArgument(given: unknown): LogFilter | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  const from = given as Readonly<Record<string, unknown>>;
  const text = (key: string): string | undefined => {
    const value = from[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const time = (key: string): string | undefined => {
    const value = text(key);
    return value === undefined || parseInstant(value) === undefined ? undefined : value;
  };
  const some = <Word extends string>(key: string, words: readonly Word[]): readonly Word[] => {
    const values: readonly unknown[] = Array.isArray(from[key]) ? (from[key] as readonly unknown[]) : [];
    return words.filter((word) => values.includes(word));
  };
  const [since, until, person, name, code] = [time('since'), time('until'), text('person'), text('name'), text('code')];
  const [actions, statuses] = [some('actions', LOG_ACTIONS), some('statuses', LOG_STATUSES)];
  return {
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(person !== undefined && { person }),
    ...(name !== undefined && { name }),
    ...(code !== undefined && { code }),
    ...(actions.length > 0 && { actions }),
    ...(statuses.length > 0 && { statuses }),
  };
}
