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
 * The messages between the preview panel and its page. The page receives its whole state at once and sends a few named
 * requests; each one is answered with a result or a failure. Both sides check the shape of what they receive.
 */

export type ToPage =
  | { readonly type: 'state'; readonly state: PreviewState }
  /** The addresses of what is shown, from which the page can be restored, and the layout of its last page. */
  | {
      readonly type: 'origin';
      readonly extract: string;
      readonly mapping?: string;
      readonly layout: PageLayout;
    }
  /** Scroll to a record and mark some of its cells. */
  | { readonly type: 'reveal'; readonly record: number; readonly columns: readonly string[] }
  | { readonly type: 'rows'; readonly id: number; readonly rows: readonly PreviewRow[] }
  | { readonly type: 'detail'; readonly id: number; readonly detail: PreviewDetail }
  /** The record at the cursor in the extract; it is shown even if a filter hides it in the list. */
  | { readonly type: 'cursor'; readonly record: number }
  | { readonly type: 'flow'; readonly flow: JobFlow }
  /** The outcome for the person of the last selected record in the last run; absent if nothing was sent before. */
  | { readonly type: 'happened'; readonly record: number; readonly happened?: HappenedRemark }
  /** Fixes for the problems of a record, by index; sent again whenever more is known about its extract. */
  | { readonly type: 'fixes'; readonly record: number; readonly fixes: readonly OfferedFix[] }
  | { readonly type: 'prediction'; readonly id: number; readonly prediction: PreviewPrediction }
  /** Show another tab. */
  | { readonly type: 'tab'; readonly tab: PreviewTab }
  | { readonly type: 'comparison'; readonly state: CompareState }
  | { readonly type: 'comparedRows'; readonly id: number; readonly rows: readonly ComparedRow[] }
  | { readonly type: 'comparedDetail'; readonly id: number; readonly detail: ComparedDetail }
  | RequestsToPage
  | { readonly type: 'failed'; readonly id: number; readonly message: string };

export type FromPage =
  /** The page has loaded, needs its state, and shows all records. */
  | { readonly type: 'ready' }
  /** `follows`: the page means the record that it requested last, whose number may have changed. */
  | { readonly type: 'select'; readonly id: number; readonly record: number; readonly follows?: true }
  /**
   * Asks for the predicted outcome of the record's person; `isWanted` if the user requested it, which may require a
   * sign-in.
   */
  | { readonly type: 'predict'; readonly id: number; readonly record: number; readonly isWanted: boolean }
  /** Fetch rows by index, with their cells in these columns. */
  | {
      readonly type: 'rows';
      readonly id: number;
      readonly view: number;
      readonly from: number;
      readonly count: number;
      readonly cells: readonly number[];
    }
  | { readonly type: 'filter'; readonly request: ListRequest }
  /** The user has changed the layout of the page. */
  | { readonly type: 'layout'; readonly layout: PageLayout }
  /** Show the record on that line in the extract, and mark these cells. */
  | { readonly type: 'showCells'; readonly line: number; readonly columns: readonly string[] }
  | { readonly type: 'showRule'; readonly offset: number }
  /** Show the result of a rule in the record's operation. */
  | { readonly type: 'showAttribute'; readonly record: number; readonly rule: number }
  /** Show the job's mapping of an attribute, given its index in the last flow that was sent. */
  | { readonly type: 'showMapping'; readonly attribute: number }
  /** Read large runs to find the outcome for the record's person. */
  | { readonly type: 'lookBack'; readonly record: number }
  /** Show the outcome for the record's person in the last run. */
  | { readonly type: 'showResult'; readonly record: number }
  /** Apply one of the last fixes that were sent, by index. */
  | { readonly type: 'fix'; readonly record: number; readonly fix: number }
  /** The user has selected the record in the list; the cursor in the extract follows. */
  | { readonly type: 'chosen'; readonly record: number; readonly line: number }
  /** Read the extract in the encoding that it probably has. */
  | { readonly type: 'readAs' }
  /** Choose how to read the extract, or another mapping. */
  | { readonly type: 'chooseReading' }
  | { readonly type: 'chooseMapping' }
  /** Open the place where a reason that prevents sending can be resolved. */
  | { readonly type: 'open'; readonly link: PanelLink }
  /** Decide what a status word means, given its row in the table. */
  | { readonly type: 'decide'; readonly status: number }
  /** Show a run in the tree of runs. */
  | { readonly type: 'showRun'; readonly run: string }
  /** Choose another connection. */
  | { readonly type: 'useConnection' }
  | { readonly type: 'send' }
  /** The user has opened the comparison, which is computed from now on. */
  | { readonly type: 'compare' }
  /** Apply an action to the comparison. */
  | { readonly type: 'compareWith'; readonly wish: CompareWish }
  | { readonly type: 'comparedFilter'; readonly request: ComparedRequest }
  /** Fetch rows of the list of people by index. */
  | {
      readonly type: 'comparedRows';
      readonly id: number;
      readonly view: number;
      readonly from: number;
      readonly count: number;
    }
  /** Fetch everything about a person in that list, by row number. */
  | { readonly type: 'comparedDetail'; readonly id: number; readonly record: number }
  /** Show the record on that line of the other extract, and mark these cells. */
  | { readonly type: 'showOther'; readonly line: number; readonly columns: readonly string[] }
  | RequestsFromPage;

/** Maximum number of rows in a message to the page. */
export const MAX_ROWS_A_MESSAGE = 512;

/** Maximum length of a text that the page sends, in characters. */
const MAX_TEXT = 10_000;

/** Maximum number of cells of a row in a message to the page. */
const MAX_CELLS_A_ROW = 1000;

type Members = Readonly<Record<string, unknown>>;

/** Parses a message from the page; `undefined` for anything else. */
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

/** A layout that is only partly understood is rejected, because it would replace the last one. */
function parseLayout(given: unknown): PageLayout | undefined {
  if (!isObject(given) || Array.isArray(given)) return undefined;
  const layout = parsePageLayout(given);
  const isWhole = (['share', 'columns', 'widths', 'peopleWidths', 'requestWidths'] as const).every(
    (member) => given[member] === undefined || layout[member] !== undefined,
  );
  return isWhole ? layout : undefined;
}

/** Parses the sort order of a list; `undefined` for anything else. */
export function parseSort(given: unknown): ListSort | undefined {
  if (!isObject(given)) return undefined;
  const { by, isDescending } = given;
  return isSortKey(by) && typeof isDescending === 'boolean' ? { by, isDescending } : undefined;
}

function isSortKey(value: unknown): value is SortKey {
  return isCount(value) || value === 'line' || value === 'id' || value === 'name' || value === 'state';
}

/** Parses the filter of a list; `undefined` for anything else. */
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

/** Parses a message to the page; `undefined` for anything else, since other scripts may post messages, too. */
export function parseToPage(message: unknown): ToPage | undefined {
  return isObject(message) && TO_PAGE.has(message.type) ? (message as ToPage) : undefined;
}
