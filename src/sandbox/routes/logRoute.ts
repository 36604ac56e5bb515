import { member } from '../../core/json/jsonValue';
import { betaEntry } from '../graphEntry';
import type { SandboxAnswer } from '../message';
import { refused } from '../message';
import { contextOf, nextLink, wholeNumber } from '../odata/collection';
import type { Filter, FilterField, FilterFields } from '../odata/filter';
import { parseFilter } from '../odata/filter';
import type { Effects } from '../scenarios/scenario';
import { needs } from '../gate/permissions';
import type { ProvisioningLog, StoredEntry } from '../provisioningLog';
import type { RoutedCall, Route } from '../routes';

/** Our maximum: the service's page size is not documented. */
export const MAX_LOG_PAGE = 1000;

const OPTIONS = ['$filter', '$top', '$orderby', '$skiptoken'];

/**
 * For most properties `eq` and `contains` are documented; published clients also use `ne`. Values are compared
 * case-sensitively.
 */
const text = (...steps: readonly string[]): FilterField<StoredEntry> => ({
  type: 'text',
  operators: ['eq', 'ne', 'contains'],
  read: ({ json }) => {
    const value = steps.reduce<unknown>(member, json);
    return typeof value === 'string' ? value : undefined;
  },
});

/**
 * The properties that filters of the log support. Source: Microsoft Graph, resource type provisioningObjectSummary,
 * v1.0 and beta, and "List provisioningObjectSummary". `ge` and `le` only appear in the documentation's examples.
 */
const fields: FilterFields<StoredEntry> = new Map([
  [
    'activitydatetime',
    { type: 'time', operators: ['eq', 'ne', 'gt', 'ge', 'lt', 'le'], read: ({ at }: StoredEntry) => at },
  ],
  [
    'durationinmilliseconds',
    {
      type: 'number',
      operators: ['eq', 'ne', 'gt', 'ge', 'lt', 'le'],
      read: ({ json }: StoredEntry) => durationOf(json),
    },
  ],
  ['id', text('id')],
  ['tenantid', text('tenantId')],
  ['jobid', text('jobId')],
  ['cycleid', text('cycleId')],
  ['changeid', text('changeId')],
  ['provisioningaction', text('provisioningAction')],
  ['action', text('provisioningAction')],
  ...['sourceIdentity', 'targetIdentity'].flatMap((identity) =>
    ['id', 'displayName', 'identityType'].map(
      (name) => [`${identity}/${name}`.toLowerCase(), text(identity, name)] as const,
    ),
  ),
  ...['sourceSystem', 'targetSystem', 'servicePrincipal', 'initiatedBy'].flatMap((system) =>
    ['id', 'displayName'].map((name) => [`${system}/${name}`.toLowerCase(), text(system, name)] as const),
  ),
  // The first name is from beta; the name in v1.0 is not documented
  ['statusinfo/status', text('provisioningStatusInfo', 'status')],
  ['provisioningstatusinfo/status', text('provisioningStatusInfo', 'status')],
]);

function durationOf(json: unknown): number {
  const value = member(json, 'durationInMilliseconds');
  return typeof value === 'number' ? value : 0;
}

interface LogQuery {
  readonly accepts: Filter<StoredEntry>;
  readonly top: number;
  readonly isNewestFirst: boolean;
  /** The number of the last entry that the caller has read. */
  readonly after?: number;
}

type RewritePage = NonNullable<Effects['rewriteLog']>;

/**
 * `GET /{version}/auditLogs/provisioning`. A page continues after the last entry of the previous one, even if entries
 * were written in between. Without `$orderby` the newest entry comes first.
 */
export function logRoute(log: ProvisioningLog, pageSize: number, rewrite: () => RewritePage | undefined): Route {
  return {
    operation: 'log',
    method: 'GET',
    path: /^\/(v1\.0|beta)\/auditLogs\/provisioning\/?$/i,
    needs: needs.readLog,
    answer: (call) => answerLogQuery(call, log, pageSize, rewrite()),
  };
}

function answerLogQuery(
  call: RoutedCall,
  log: ProvisioningLog,
  pageSize: number,
  rewrite: RewritePage = (entries) => entries,
): SandboxAnswer {
  const parsed = parseQuery(call.query, pageSize);
  if ('refusal' in parsed) return refused(400, 'BadRequest', parsed.refusal);
  const { isNewestFirst, after, top } = parsed;
  const wanted = log.readable().filter((entry) => parsed.accepts(entry) && isAhead(entry, after, isNewestFirst));
  if (isNewestFirst) wanted.reverse();
  const page = wanted.slice(0, top);
  const last = wanted.length > top ? page.at(-1) : undefined;
  const isBeta = call.parameters[0]?.toLowerCase() === 'beta';
  return {
    status: 200,
    json: {
      '@odata.context': contextOf(call, 'auditLogs/provisioning'),
      ...(last && { '@odata.nextLink': nextLink(call, String(last.number)) }),
      value: rewrite(page.map(({ json }) => json)).map((json) => (isBeta ? betaEntry(json) : json)),
    },
  };
}

function isAhead(entry: StoredEntry, after: number | undefined, isNewestFirst: boolean): boolean {
  if (after === undefined) return true;
  return isNewestFirst ? entry.number < after : entry.number > after;
}

function parseQuery(query: URLSearchParams, pageSize: number): LogQuery | { readonly refusal: string } {
  const unknown = [...query.keys()].find((name) => !OPTIONS.includes(name));
  if (unknown !== undefined) return { refusal: `The query option "${unknown}" is not supported.` };
  const filter = query.get('$filter');
  const accepts = filter === null ? (): boolean => true : parseFilter(filter, fields);
  if (typeof accepts !== 'function') return accepts;
  const top = wholeNumber(query.get('$top') ?? String(pageSize));
  if (top === undefined || top < 1 || top > MAX_LOG_PAGE) return { refusal: `$top must be from 1 to ${MAX_LOG_PAGE}.` };
  const order = /^activityDateTime(?: (asc|desc))?$/i.exec(query.get('$orderby') ?? 'activityDateTime desc');
  if (order === null)
    return { refusal: 'Entries are ordered by activityDateTime only: "activityDateTime asc" or "desc".' };
  const token = query.get('$skiptoken');
  const after = token === null ? undefined : wholeNumber(token);
  if (token !== null && after === undefined) return { refusal: 'The $skiptoken does not belong to this log.' };
  return { accepts, top, isNewestFirst: order[1]?.toLowerCase() === 'desc', ...(after !== undefined && { after }) };
}
