import type { Answer } from './message';
import { refused } from './message';
import { betaEntry } from './graphEntry';
import type { LogFilter } from './logFilter';
import { parseLogFilter } from './logFilter';
import type { ProvisioningLog, StoredEntry } from './provisioningLog';

/** The greatest page of the service is not documented; this is ours. */
export const MAX_PAGE = 1000;

const OPTIONS = ['$filter', '$top', '$orderby', '$skiptoken'];

interface LogQuery {
  readonly accepts: LogFilter;
  readonly top: number;
  readonly newestFirst: boolean;
  /** The number of the last entry that was read already. */
  readonly after?: number;
}

/**
 * `GET /{version}/auditLogs/provisioning`. A page goes on after the last entry of the one before, whatever has been
 * written in between. Without `$orderby` the newest entry comes first.
 */
export function answerLogQuery(
  log: ProvisioningLog,
  address: string,
  query: URLSearchParams,
  { beta, pageSize }: { readonly beta: boolean; readonly pageSize: number },
): Answer {
  const parsed = parseQuery(query, pageSize);
  if ('refusal' in parsed) return refused(400, 'BadRequest', parsed.refusal);
  const { newestFirst, after, top } = parsed;
  const wanted = log.readable().filter((entry) => parsed.accepts(entry) && isAhead(entry, after, newestFirst));
  if (newestFirst) wanted.reverse();
  const page = wanted.slice(0, top);
  const last = wanted.length > top ? page.at(-1) : undefined;
  return {
    status: 200,
    json: {
      '@odata.context': `${address.replace(/\/auditLogs.*$/, '')}/$metadata#auditLogs/provisioning`,
      ...(last && { '@odata.nextLink': nextLink(address, query, last) }),
      value: page.map(({ json }) => (beta ? betaEntry(json) : json)),
    },
  };
}

function isAhead(entry: StoredEntry, after: number | undefined, newestFirst: boolean): boolean {
  if (after === undefined) return true;
  return newestFirst ? entry.number < after : entry.number > after;
}

function nextLink(address: string, query: URLSearchParams, last: StoredEntry): string {
  const kept = [...query].filter(([name]) => name !== '$skiptoken');
  const options = [...kept, ['$skiptoken', String(last.number)] as const];
  return `${address}?${options.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

function parseQuery(query: URLSearchParams, pageSize: number): LogQuery | { readonly refusal: string } {
  const unknown = [...query.keys()].find((name) => !OPTIONS.includes(name));
  if (unknown !== undefined) return { refusal: `The query option "${unknown}" is not supported.` };
  const filter = query.get('$filter');
  const accepts = filter === null ? (): boolean => true : parseLogFilter(filter);
  if (typeof accepts !== 'function') return accepts;
  const top = wholeNumber(query.get('$top') ?? String(pageSize));
  if (top === undefined || top < 1 || top > MAX_PAGE) return { refusal: `$top must be from 1 to ${MAX_PAGE}.` };
  const order = /^activityDateTime(?: (asc|desc))?$/i.exec(query.get('$orderby') ?? 'activityDateTime desc');
  if (order === null)
    return { refusal: 'Entries are ordered by activityDateTime only: "activityDateTime asc" or "desc".' };
  const token = query.get('$skiptoken');
  const after = token === null ? undefined : wholeNumber(token);
  if (token !== null && after === undefined) return { refusal: 'The $skiptoken is not one of this log.' };
  return { accepts, top, newestFirst: order[1]?.toLowerCase() === 'desc', ...(after !== undefined && { after }) };
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
