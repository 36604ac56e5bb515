import type { ComparedFilter, ComparedKind, ComparedRequest } from './comparedPeople';
import { COMPARED_KINDS } from './comparedPeople';
import type { CompareWish } from './compareState';
import { COMPARE_WISHES } from './compareState';

/** Maximum length of a text that the page sends, in characters. */
const MAX_TEXT = 10_000;

/** Parses the page's request for the list of people; `undefined` for anything else. */
export function parseComparedRequest(given: unknown): ComparedRequest | undefined {
  if (!isObject(given)) return undefined;
  const { view } = given;
  const filter = parseFilter(given.filter);
  const isView = typeof view === 'number' && Number.isSafeInteger(view) && view >= 0;
  return isView && filter !== undefined ? { view, filter } : undefined;
}

/** Parses an action for a comparison; `undefined` for anything else. */
export function parseCompareWish(given: unknown): CompareWish | undefined {
  return COMPARE_WISHES.find((wish) => wish === given);
}

function parseFilter(given: unknown): ComparedFilter | undefined {
  if (!isObject(given)) return undefined;
  const { text, kind, attribute } = given;
  if (!isShortText(text)) return undefined;
  if (kind !== undefined && !isComparedKind(kind)) return undefined;
  if (attribute !== undefined && !isShortText(attribute)) return undefined;
  return { text, ...(kind !== undefined && { kind }), ...(attribute !== undefined && { attribute }) };
}

function isComparedKind(value: unknown): value is ComparedKind {
  return COMPARED_KINDS.some((kind) => kind === value);
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TEXT;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
