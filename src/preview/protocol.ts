import type {
  HappenedRemark,
  JobFlow,
  ListRequest,
  ListSort,
  OfferedFix,
  PreviewDetail,
  PreviewPrediction,
  PreviewRow,
  PreviewState,
  RecordFilter,
  ShownState,
  SortKey,
} from './previewState';
import type { ComparedDetail, ComparedRequest, ComparedRow } from './comparison/comparedPeople';
import type { CompareState, CompareWish } from './comparison/compareState';
import { parseComparedRequest, parseCompareWish } from './comparison/parseCompared';
import type { PageLayout } from './pageLayout';
import { parsePageLayout } from './pageLayout';
import type { ShownOutcome } from '../core/provisioning/prediction/outcomes';
import { OUTCOMES } from '../core/provisioning/prediction/outcomes';
import type { PreviewTab } from './previewTab';
import type { PanelLink } from './readiness';
import { PANEL_LINKS } from './readiness';
import type { RequestsFromPage, RequestsToPage } from './requests/requestsProtocol';
import { parseRequestsFromPage } from './requests/requestsProtocol';
import { SHOWN_STATES } from './previewState';

/**
 * What the preview panel and its page say to each other. The page gets its whole state at once and asks few, named
 * things; every question has an answer or a failure. Both ends check the shape of what arrives.
 */

export type ToPage =
  | { readonly type: 'state'; readonly state: PreviewState }
  /** What is shown, by its addresses, for the page to be restored by; and how the last page of it was laid out. */
  | {
      readonly type: 'origin';
      readonly extract: string;
      readonly mapping?: string;
      readonly layout: PageLayout;
    }
  /** The record to be brought into sight, and cells of it to be marked. */
  | { readonly type: 'reveal'; readonly record: number; readonly columns: readonly string[] }
  | { readonly type: 'rows'; readonly id: number; readonly rows: readonly PreviewRow[] }
  | { readonly type: 'detail'; readonly id: number; readonly detail: PreviewDetail }
  /** The record that the cursor is on in the extract; absent from the list that a filter leaves, it is shown all the same. */
  | { readonly type: 'cursor'; readonly record: number }
  | { readonly type: 'flow'; readonly flow: JobFlow }
  /** What the last run did with the person of the record that was selected last; absent where nothing was sent before. */
  | { readonly type: 'happened'; readonly record: number; readonly happened?: HappenedRemark }
  /** What mends the problems of that record, by number; again whenever more is known of its extract. */
  | { readonly type: 'fixes'; readonly record: number; readonly fixes: readonly OfferedFix[] }
  | { readonly type: 'prediction'; readonly id: number; readonly prediction: PreviewPrediction }
  /** Another tab is to be shown. */
  | { readonly type: 'tab'; readonly tab: PreviewTab }
  | { readonly type: 'comparison'; readonly state: CompareState }
  | { readonly type: 'comparedRows'; readonly id: number; readonly rows: readonly ComparedRow[] }
  | { readonly type: 'comparedDetail'; readonly id: number; readonly detail: ComparedDetail }
  | RequestsToPage
  | { readonly type: 'failed'; readonly id: number; readonly message: string };

export type FromPage =
  /** The page is there, wants its state, and shows all records. */
  | { readonly type: 'ready' }
  /** `follows`: the record that was asked for last is meant, which may have another number by now. */
  | { readonly type: 'select'; readonly id: number; readonly record: number; readonly follows?: true }
  /** Asks what would happen to the record's person; `isWanted` if the user asked for it, which may sign in. */
  | { readonly type: 'predict'; readonly id: number; readonly record: number; readonly isWanted: boolean }
  /** Rows by their place in the list, with their cells of these columns. */
  | {
      readonly type: 'rows';
      readonly id: number;
      readonly view: number;
      readonly from: number;
      readonly count: number;
      readonly cells: readonly number[];
    }
  | { readonly type: 'filter'; readonly request: ListRequest }
  /** The user has laid the page out in another way. */
  | { readonly type: 'layout'; readonly layout: PageLayout }
  /** The record on that line is to be shown in the extract, and these cells of it. */
  | { readonly type: 'showCells'; readonly line: number; readonly columns: readonly string[] }
  | { readonly type: 'showRule'; readonly offset: number }
  /** What a rule gives is to be shown in the record's operation. */
  | { readonly type: 'showAttribute'; readonly record: number; readonly rule: number }
  /** The job's mapping of an attribute is to be shown, by the attribute's number in the flow that was given last. */
  | { readonly type: 'showMapping'; readonly attribute: number }
  /** Large runs are to be read for what happened to the record's person. */
  | { readonly type: 'lookBack'; readonly record: number }
  /** What the last run did with the record's person is to be shown. */
  | { readonly type: 'showResult'; readonly record: number }
  /** One of the fixes that were given last, by its place. */
  | { readonly type: 'fix'; readonly record: number; readonly fix: number }
  /** Somebody has chosen the record in the list: the cursor follows. */
  | { readonly type: 'chosen'; readonly record: number; readonly line: number }
  /** The extract is to be read in the encoding that it looks like. */
  | { readonly type: 'readAs' }
  /** The extract is to be read in another way, or another mapping is to be used. */
  | { readonly type: 'chooseReading' }
  | { readonly type: 'chooseMapping' }
  /** What mends a reason for which nothing can be sent is to be opened. */
  | { readonly type: 'open'; readonly link: PanelLink }
  /** It is to be decided what a status word means, by its row in the table. */
  | { readonly type: 'decide'; readonly status: number }
  /** A run is to be shown among the others. */
  | { readonly type: 'showRun'; readonly run: string }
  /** Another connection is to be used. */
  | { readonly type: 'useConnection' }
  | { readonly type: 'send' }
  /** Somebody looks at the comparison: it is made from now on. */
  | { readonly type: 'compare' }
  /** Something else is wanted of it. */
  | { readonly type: 'compareWith'; readonly wish: CompareWish }
  | { readonly type: 'comparedFilter'; readonly request: ComparedRequest }
  /** Rows of the list of people by their place. */
  | {
      readonly type: 'comparedRows';
      readonly id: number;
      readonly view: number;
      readonly from: number;
      readonly count: number;
    }
  /** Everything about a person of it, by the number of the row. */
  | { readonly type: 'comparedDetail'; readonly id: number; readonly record: number }
  /** The record on that line of the other extract is to be shown, and these cells of it. */
  | { readonly type: 'showOther'; readonly line: number; readonly columns: readonly string[] }
  | RequestsFromPage;

/** Rows that the page gets at once, at most. */
export const MAX_ROWS_A_MESSAGE = 512;

/** Characters of a text that the page sends, at most. */
const MAX_TEXT = 10_000;

/** Cells of a row that the page gets, at most. */
const MAX_CELLS_A_ROW = 1000;

type Members = Readonly<Record<string, unknown>>;

/** A message of the page, or `undefined` for anything else that arrives. */
export function parseFromPage(message: unknown): FromPage | undefined {
  if (!isObject(message)) return undefined;
  const { type, id, record, isWanted, view, from, count, request, line, columns, cells, offset, rule, attribute, fix } =
    message;
  switch (type) {
    case 'ready':
    case 'send':
    case 'useConnection':
    case 'readAs':
    case 'chooseReading':
    case 'chooseMapping':
    case 'compare':
      return { type };
    case 'open':
      return isPanelLink(message.link) ? { type, link: message.link } : undefined;
    case 'select': {
      const { follows } = message;
      if (!isCount(id) || !isCount(record) || (follows !== undefined && follows !== true)) return undefined;
      return { type, id, record, ...(follows && { follows }) };
    }
    case 'predict':
      return isCount(id) && isCount(record) && typeof isWanted === 'boolean'
        ? { type, id, record, isWanted }
        : undefined;
    case 'rows':
      return isCount(id) && isCount(view) && isCount(from) && isCount(count) && isCountList(cells)
        ? { type, id, view, from, count: Math.min(count, MAX_ROWS_A_MESSAGE), cells: cells.slice(0, MAX_CELLS_A_ROW) }
        : undefined;
    case 'filter': {
      const parsed = parseRequest(request);
      return parsed === undefined ? undefined : { type, request: parsed };
    }
    case 'compareWith': {
      const wish = parseCompareWish(message.wish);
      return wish === undefined ? undefined : { type, wish };
    }
    case 'comparedFilter': {
      const parsed = parseComparedRequest(request);
      return parsed === undefined ? undefined : { type, request: parsed };
    }
    case 'comparedRows':
      return isCount(id) && isCount(view) && isCount(from) && isCount(count)
        ? { type, id, view, from, count: Math.min(count, MAX_ROWS_A_MESSAGE) }
        : undefined;
    case 'comparedDetail':
      return isCount(id) && isCount(record) ? { type, id, record } : undefined;
    case 'layout': {
      const layout = parseLayout(message.layout);
      return layout === undefined ? undefined : { type, layout };
    }
    case 'showOther':
    case 'showCells':
      return isCount(line) && isTextList(columns) ? { type, line, columns } : undefined;
    case 'showResult':
    case 'lookBack':
      return isCount(record) ? { type, record } : undefined;
    case 'showRun':
      return typeof message.run === 'string' && message.run.length <= MAX_TEXT ? { type, run: message.run } : undefined;
    case 'decide':
      return isCount(message.status) ? { type, status: message.status } : undefined;
    case 'showRule':
      return isCount(offset) ? { type, offset } : undefined;
    case 'showAttribute':
      return isCount(record) && isCount(rule) ? { type, record, rule } : undefined;
    case 'showMapping':
      return isCount(attribute) ? { type, attribute } : undefined;
    case 'fix':
      return isCount(record) && isCount(fix) ? { type, record, fix } : undefined;
    case 'chosen':
      return isCount(record) && isCount(line) ? { type, record, line } : undefined;
    default:
      return parseRequestsFromPage(message);
  }
}

function parseRequest(given: unknown): ListRequest | undefined {
  if (!isObject(given)) return undefined;
  const { view, chosen } = given;
  const filter = parseFilter(given.filter);
  const sort = given.sort === undefined ? undefined : parseSort(given.sort);
  if (!isCount(view) || filter === undefined || (given.sort !== undefined && sort === undefined)) return undefined;
  const request = { view, filter, ...(sort !== undefined && { sort }) };
  if (chosen === undefined) return request;
  return isCount(chosen) ? { ...request, chosen } : undefined;
}

/** A layout replaces the last one, so one that is only partly understood is refused. */
function parseLayout(given: unknown): PageLayout | undefined {
  if (!isObject(given) || Array.isArray(given)) return undefined;
  const layout = parsePageLayout(given);
  const isWhole = (['share', 'columns', 'widths', 'peopleWidths', 'requestWidths'] as const).every(
    (member) => given[member] === undefined || layout[member] !== undefined,
  );
  return isWhole ? layout : undefined;
}

/** What a list is to be sorted by, or `undefined` for anything else. */
export function parseSort(given: unknown): ListSort | undefined {
  if (!isObject(given)) return undefined;
  const { by, isDescending } = given;
  return isSortKey(by) && typeof isDescending === 'boolean' ? { by, isDescending } : undefined;
}

function isSortKey(value: unknown): value is SortKey {
  return isCount(value) || value === 'line' || value === 'id' || value === 'name' || value === 'state';
}

/** What a list is to be narrowed down to, or `undefined` for anything else. */
export function parseFilter(given: unknown): RecordFilter | undefined {
  if (!isObject(given)) return undefined;
  const { text, state, problem, outcome } = given;
  if (typeof text !== 'string' || text.length > MAX_TEXT) return undefined;
  if (state !== undefined && !isShownState(state)) return undefined;
  if (outcome !== undefined && !isOutcome(outcome)) return undefined;
  if (problem !== undefined && (typeof problem !== 'string' || problem.length > MAX_TEXT)) return undefined;
  return {
    text,
    ...(state !== undefined && { state }),
    ...(problem !== undefined && { problem }),
    ...(outcome !== undefined && { outcome }),
  };
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}

function isPanelLink(value: unknown): value is PanelLink {
  return PANEL_LINKS.some((link) => link === value);
}

function isOutcome(value: unknown): value is ShownOutcome {
  return OUTCOMES.some((outcome) => outcome === value);
}

function isShownState(value: unknown): value is ShownState {
  return SHOWN_STATES.some((state) => state === value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isCountList(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(isCount);
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

const TO_PAGE: ReadonlySet<unknown> = new Set<ToPage['type']>([
  'state',
  'origin',
  'reveal',
  'cursor',
  'flow',
  'rows',
  'detail',
  'prediction',
  'requests',
  'happened',
  'fixes',
  'tab',
  'comparison',
  'comparedRows',
  'comparedDetail',
  'failed',
]);

/** A message for the page, or `undefined` for anything else: other scripts may post to a page too. */
export function parseToPage(message: unknown): ToPage | undefined {
  return isObject(message) && TO_PAGE.has(message.type) ? (message as ToPage) : undefined;
}
