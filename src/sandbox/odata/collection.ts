import type { JsonObject } from '../../core/json/jsonValue';
import type { SandboxAnswer } from '../message';
import { refused } from '../message';
import type { RoutedCall } from '../routes';
import type { FilterFields } from './filter';
import { parseFilter } from './filter';

/** A collection of the service that supports filters, selected properties and paging. */
export interface Collection<Item> {
  /** The part after `$metadata#`. */
  readonly name: string;
  readonly items: Iterable<Item>;
  readonly fields: FilterFields<Item>;
  readonly write: (item: Item) => JsonObject;
  /** The properties without a `$select`; default: all. */
  readonly properties?: readonly string[];
  /** Page size without `$top`, and the maximum of `$top`. */
  readonly pageSize: number;
  readonly maxPageSize: number;
  /** Further query options, which the route has already handled. */
  readonly options?: readonly string[];
}

const OPTIONS = ['$filter', '$select', '$top', '$skiptoken', '$count'];

/** Answers a GET of a collection. `$skiptoken` is the number of skipped items. */
export function answerCollection<Item>(call: RoutedCall, collection: Collection<Item>): SandboxAnswer {
  const { query } = call;
  const known = [...OPTIONS, ...(collection.options ?? [])];
  const unknown = [...query.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) return refused(400, 'BadRequest', `The query option "${unknown}" is not supported.`);
  const filter = query.get('$filter');
  const accepts = filter === null ? () => true : parseFilter(filter, collection.fields);
  if (typeof accepts !== 'function') return refused(400, 'BadRequest', accepts.refusal);
  const top = wholeNumber(query.get('$top') ?? String(collection.pageSize));
  const skipped = wholeNumber(query.get('$skiptoken') ?? '0');
  if (top === undefined || top < 1 || top > collection.maxPageSize)
    return refused(400, 'BadRequest', `$top must be from 1 to ${collection.maxPageSize}.`);
  if (skipped === undefined) return refused(400, 'BadRequest', 'The $skiptoken does not belong to this collection.');

  const wanted = [...collection.items].filter(accepts);
  const page = wanted.slice(skipped, skipped + top);
  const isLast = skipped + top >= wanted.length;
  return {
    status: 200,
    json: {
      '@odata.context': contextOf(call, collection.name),
      ...(!isLast && { '@odata.nextLink': nextLink(call, String(skipped + top)) }),
      value: page.map((item) => selected(collection.write(item), query, collection.properties)),
    },
  };
}

/** Answers a GET of one item. */
export function answerItem(
  call: RoutedCall,
  name: string,
  item: JsonObject,
  properties?: readonly string[],
): SandboxAnswer {
  const context = { '@odata.context': `${contextOf(call, name)}/$entity` };
  return { status: 200, json: { ...context, ...selected(item, call.query, properties) } };
}

export function contextOf({ origin, parameters }: RoutedCall, name: string): string {
  return `${origin}/${parameters[0] ?? ''}/$metadata#${name}`;
}

/** The address of the next page: the current one with another `$skiptoken`. */
export function nextLink({ origin, path, query }: RoutedCall, skipToken: string): string {
  const kept = [...query].filter(([name]) => name !== '$skiptoken');
  const options = [...kept, ['$skiptoken', skipToken] as const];
  return `${origin}${path}?${options.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

/** The members that `$select` names, or the default ones. Names ignore case; unknown ones are ignored. */
function selected(item: JsonObject, query: URLSearchParams, properties: readonly string[] | undefined): JsonObject {
  const names = query.get('$select')?.split(',') ?? properties;
  if (names === undefined) return item;
  // Expanded members are included
  const expanded = query.get('$expand') === null ? [] : ['manager'];
  const wanted = new Set([...names, ...expanded].map((name) => name.trim().toLowerCase()));
  return Object.fromEntries(Object.entries(item).filter(([name]) => wanted.has(name.toLowerCase())));
}

export function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
