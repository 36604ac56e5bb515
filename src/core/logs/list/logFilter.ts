import { parseInstant } from '../instant';
import type { KnownAction, KnownStatus } from '../logEntry';
import { LOG_ACTIONS } from '../logEntry';
import type { LoggedEntry } from './loggedEntry';

/** A filter for entries of the log. Omitted members match everything. */
export interface LogFilter extends ServiceFilter {
  /** Part of the service's name for the person, ignoring case. */
  readonly name?: string;
  /** Any of these. */
  readonly actions?: readonly KnownAction[];
  readonly statuses?: readonly KnownStatus[];
  /** Part of the code of a failure, or of the reason why nothing was done, ignoring case. */
  readonly code?: string;
}

/**
 * The part of a filter that the service can apply. Source: Microsoft Graph, list provisioningObjectSummary: times are
 * compared, and `sourceIdentity/id` is the matching id; the v1.0 name of the status is not documented.
 */
export interface ServiceFilter {
  /** ISO 8601 with `Z` or offset: entries from this time on. */
  readonly since?: string;
  /** Entries before this time. */
  readonly until?: string;
  /** The full id that was sent: the service compares it case-sensitively. */
  readonly person?: string;
}

/** The part of a filter that the service applies. */
export function serviceFilter({ since, until, person }: LogFilter): ServiceFilter {
  return {
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(person !== undefined && { person }),
  };
}

/** Whether a filter matches everything. */
export function isEmptyFilter(filter: LogFilter): boolean {
  return Object.values(filter).every((value) => value === undefined || (Array.isArray(value) && value.length === 0));
}

/** Whether an entry matches the whole filter, including the part that the service applies. */
export function fitsFilter(entry: LoggedEntry, filter: LogFilter): boolean {
  const { person, name, code, actions = [], statuses = [] } = filter;
  return (
    isInTime(entry, filter) &&
    (person === undefined || entry.person === person) &&
    (name === undefined || entry.names.some((one) => holds(one, name))) &&
    (code === undefined || holds(entry.code ?? '', code)) &&
    (actions.length === 0 || actions.some((action) => isAction(entry, action))) &&
    (statuses.length === 0 || statuses.some((status) => entry.status === status))
  );
}

/** One without a readable time cannot be shown to be outside. */
function isInTime({ at }: LoggedEntry, { since, until }: LogFilter): boolean {
  if (at === undefined) return true;
  const [first = -Infinity, end = Infinity] = [since, until].map((text) => parseInstant(text ?? ''));
  return at >= first && at < end;
}

/** An unknown action matches `other`. */
function isAction({ action }: LoggedEntry, wanted: KnownAction): boolean {
  return action === wanted || (wanted === 'other' && !LOG_ACTIONS.some((known) => known === action));
}

function holds(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

/**
 * A filter in a few words: `failure · create · since 08:00`.
 * @param timeOf formats milliseconds since 1970 as a local time
 */
export function describeFilter(filter: LogFilter, timeOf: (at: number) => string): string {
  const { since, until, person, name, code, actions = [], statuses = [] } = filter;
  const time = (text: string): string => timeOf(parseInstant(text) ?? 0);
  return [
    statuses.join(' or '),
    actions.join(' or '),
    person === undefined ? '' : `id ${person}`,
    name === undefined ? '' : `name with "${name}"`,
    code === undefined ? '' : `code with "${code}"`,
    since === undefined ? '' : `since ${time(since)}`,
    until === undefined ? '' : `before ${time(until)}`,
  ]
    .filter((words) => words !== '')
    .join(' · ');
}
