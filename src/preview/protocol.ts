import type { RecordState } from '../core/run/recordState';
import type { LargeFromPage, LargeProgress, RowFate } from './largeProtocol';
import { parseLargeFromPage } from './largeProtocol';

/**
 * What the preview panel and its page say to each other. The page is told its whole state at once and asks few, named
 * things; every question has an answer or a failure. Both ends check the shape of what arrives.
 */

/** Something to be told, with the place in the extract that it is about. */
export interface Remark {
  readonly text: string;
  /** Physical, from 1; absent where no line is known, and where the record is the one that is shown. */
  readonly line?: number;
  /** The cells that it concerns, by their columns. */
  readonly columns: readonly string[];
  /** What the cell holds that it is about. */
  readonly value?: string;
}

/** One record in the list. */
export interface PreviewRow {
  readonly record: number;
  readonly line: number;
  readonly id: string;
  readonly name: string;
  readonly fate: RowFate;
  readonly note: string;
}

/** A cell and the attributes that its value goes into. */
export interface CellTrace {
  readonly column: string;
  readonly value: string;
  readonly paths: readonly string[];
}

/** A rule and what it makes of the record: a JSON text, or why there is none. */
export interface RuleTrace {
  readonly path: string;
  readonly columns: readonly string[];
  readonly result: 'value' | 'omitted' | 'problem' | 'excluded';
  readonly text: string;
  /** Where the rule begins in the mapping's text. */
  readonly rule: number;
}

/** Everything about one record. */
export interface PreviewDetail {
  readonly record: number;
  readonly line: number;
  readonly cells: readonly CellTrace[];
  readonly rules: readonly RuleTrace[];
  /** The operation as JSON on lines; empty for a record that becomes none. */
  readonly operation: string;
  readonly problems: readonly Remark[];
  /** What would become of the person; absent while nobody can say. */
  readonly foretold?: ForetoldPerson;
}

/** What would become of a person if the record were sent now, alone. */
export interface ForetoldPerson {
  /** Behind "Would be": `created`, `updated (3 attributes)`. */
  readonly words: string;
  /** Why not what it should be, and what to do; `''` when there is nothing to explain. */
  readonly why: string;
  /** `''` for no value. */
  readonly changes: readonly { readonly attribute: string; readonly now: string; readonly then: string }[];
}

/** What is shown of a whole conversion. */
export interface PreviewContent {
  readonly extract: string;
  /** Empty for the records alone, with no mapping. */
  readonly mapping: string;
  /** How the extract was read: `semicolon, utf-8`. */
  readonly dialect: string;
  readonly rows: readonly PreviewRow[];
  readonly counts: {
    readonly records: number;
    readonly operations: number;
    readonly batches: number;
    readonly refused: number;
    readonly excluded: number;
  };
  readonly warnings: readonly Remark[];
  /** Records that the list leaves out because there are too many; they are in the counts and are sent. */
  readonly unlisted: number;
  /** What is sent to, and whether it is a sandbox. */
  readonly target: string;
  /** Of a large extract: how far it is read. Its `rows` are empty then; the page asks for those that are in sight. */
  readonly large?: LargeProgress;
}

/** A run of what the preview shows. */
export interface PreviewRun {
  readonly phase: 'sending' | 'following' | 'ended';
  readonly text: string;
  /** Where each listed record stands, by its number. */
  readonly states: Readonly<Record<number, RecordState>>;
}

/** The page's whole state. */
export type PreviewState =
  | { readonly kind: 'loading'; readonly extract: string }
  /** The mapping or the extract cannot be used; nothing of it can be sent. */
  | {
      readonly kind: 'problems';
      readonly extract: string;
      readonly mapping: string;
      readonly problems: readonly Remark[];
    }
  | { readonly kind: 'ready'; readonly content: PreviewContent; readonly run?: PreviewRun };

export type ToPage =
  | { readonly type: 'state'; readonly state: PreviewState }
  /** The record to be brought into sight, and cells of it to be marked. */
  | { readonly type: 'reveal'; readonly record: number; readonly columns: readonly string[] }
  | { readonly type: 'rows'; readonly id: number; readonly rows: readonly PreviewRow[] }
  | { readonly type: 'detail'; readonly id: number; readonly detail: PreviewDetail }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };

export type FromPage =
  | LargeFromPage
  /** The page is there and wants its state. */
  | { readonly type: 'ready' }
  | { readonly type: 'select'; readonly id: number; readonly record: number }
  /** The record on that line is to be shown in the extract, and these cells of it. */
  | { readonly type: 'showCells'; readonly line: number; readonly columns: readonly string[] }
  | { readonly type: 'showRule'; readonly offset: number }
  | { readonly type: 'send' };

/** A message of the page, or `undefined` for anything else that arrives. */
export function parseFromPage(message: unknown): FromPage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, id, record, line, columns, offset } = message as Readonly<Record<string, unknown>>;
  switch (type) {
    case 'ready':
    case 'send':
      return { type };
    case 'select':
      return isCount(id) && isCount(record) ? { type, id, record } : undefined;
    case 'showCells':
      return isCount(line) && isTextList(columns) ? { type, line, columns } : undefined;
    case 'showRule':
      return isCount(offset) ? { type, offset } : undefined;
    default:
      return parseLargeFromPage({ ...message });
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

const TO_PAGE: ReadonlySet<unknown> = new Set<ToPage['type']>(['state', 'reveal', 'rows', 'detail', 'failed']);

/** A message for the page, or `undefined` for anything else: other scripts may post to a page too. */
export function parseToPage(message: unknown): ToPage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type } = message as Readonly<Record<string, unknown>>;
  return TO_PAGE.has(type) ? (message as ToPage) : undefined;
}
