import type { RecordProblem } from '../problems/problem';
import type { Row } from './row';

/** How the rows of an extract are cut into cells. Either may be several characters; an empty quote means that there is none. */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
}

/** The row that names the columns. */
export interface ExtractHeader {
  /** Trimmed: spaces around a name are never meant. Those without a name are not among them. */
  readonly columns: readonly string[];
  /** Where in the row columns without a name are, counted from 0: their cells are empty and are passed over. */
  readonly unnamed?: readonly number[];
  /** The physical line in the file, counted from 1. */
  readonly line: number;
  readonly dialect: Dialect;
  /** The canonical name of the encoding that the file was read in: `utf-8`, `windows-1252`. */
  readonly encoding: string;
  /** A line further down that looks more like the header: this one has few cells beside the rows below it. */
  readonly likelierLine?: number;
}

/** One row below the header, with a cell for each column of the header that has a name. */
export interface ExtractRecord {
  /** Counted from 1. The header and blank rows do not count, refused rows do. */
  readonly number: number;
  /** The physical line on which the record begins, counted from 1, also after line breaks inside quotes. */
  readonly line: number;
  /** What the file says between delimiters, unquoted and otherwise verbatim: never trimmed, never converted. */
  readonly cells: readonly string[];
}

/**
 * What reading an extract gives, in the order of the file: at most one header, before any record. After a problem of
 * severity `fatal` nothing follows.
 */
export type ExtractEvent =
  | { readonly kind: 'header'; readonly header: ExtractHeader }
  | { readonly kind: 'record'; readonly record: ExtractRecord }
  | { readonly kind: 'problem'; readonly problem: RecordProblem };

/** What is known about an extract before it is read. Whatever is left out is found out. */
export interface ReadOptions {
  /** Any label of the WHATWG Encoding standard. A byte order mark in the file wins; left out: strict UTF-8. */
  readonly encoding?: string;
  /** One character or several. Left out: found by trial among comma, semicolon, tab and pipe. */
  readonly delimiter?: string;
  /** One character or several (then the delimiter is needed, too), or empty when quotes are ordinary. Left out: `"`. */
  readonly quote?: string;
  /** The physical line of the header, counted from 1; lines above it are passed over. Left out: the first row with text. */
  readonly header?: number;
  /** Whether the header was judged before, by more rows than are read now: then it is not doubted. */
  readonly isHeaderSettled?: boolean;
  /** How much may be read. Left out: {@link defaultSizeLimits}. */
  readonly limits?: Partial<SizeLimits>;
  /** Gets each row as it was cut, in the order of the file: the header, blank rows and rows that are refused, too. */
  readonly onRow?: (row: Row) => void;
}

/** How large an extract may be. Beyond that something else was chosen than was meant, or it belongs in several runs. */
export interface SizeLimits {
  readonly bytes: number;
  readonly records: number;
}

export const defaultSizeLimits: SizeLimits = { bytes: 2 * 1024 * 1024 * 1024, records: 5_000_000 };

/** As one lane needs it: what was found out about the file before its rows are cut. */
export interface LaneOptions extends ReadOptions {
  /** What there is to say of a first line `sep=;`: it is no row. */
  readonly sepLine?: RecordProblem;
}

/** What one extract may hold. Beyond these it is a mistake (a quote never closed, not a table), not data. */
export const extractLimits = {
  /** Characters (UTF-16 code units) of one cell. */
  fieldLength: 1024 * 1024,
  columns: 1024,
  /** Bytes of one row as UTF-8; only looked at where delimiter or quote have several characters. */
  rowLength: 4 * 1024 * 1024,
  /** Line breaks inside one pair of quotes. */
  quotedLines: 10_000,
} as const;
