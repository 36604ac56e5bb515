import type { RecordProblem } from '../problems/problem';
import type { Row } from './row';

/**
 * How the rows of an extract are cut into cells. Either may be several characters; an empty quote means that there is
 * none.
 */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
}

/** The row that names the columns. */
export interface ExtractHeader {
  /** Trimmed: spaces around a name are never intended. Columns without a name are not included. */
  readonly columns: readonly string[];
  /** The positions of columns without a name, counted from 0: their cells are empty and are skipped. */
  readonly unnamed?: readonly number[];
  /** The physical line in the file, counted from 1. */
  readonly line: number;
  readonly dialect: Dialect;
  /** The canonical name of the encoding that the file was read in: `utf-8`, `windows-1252`. */
  readonly encoding: string;
  /** A later line that looks more like the header: this one has few cells compared with the rows below it. */
  readonly likelierLine?: number;
}

/** One row below the header, with a cell for each column of the header that has a name. */
export interface ExtractRecord {
  /** Counted from 1. The header and blank rows do not count, refused rows do. */
  readonly number: number;
  /** The physical line on which the record begins, counted from 1, also after line breaks inside quotes. */
  readonly line: number;
  /** The text between delimiters, unquoted and otherwise verbatim: never trimmed, never converted. */
  readonly cells: readonly string[];
}

/**
 * The result of reading an extract, in the order of the file: at most one header, before any record. Nothing follows
 * a problem of severity `fatal`.
 */
export type ExtractEvent =
  | { readonly kind: 'header'; readonly header: ExtractHeader }
  | { readonly kind: 'record'; readonly record: ExtractRecord }
  | { readonly kind: 'problem'; readonly problem: RecordProblem };

/** What is known about an extract before it is read. What is left out is detected. */
export interface ReadOptions {
  /** Any label of the WHATWG Encoding standard. A byte order mark in the file wins; by default strict UTF-8. */
  readonly encoding?: string;
  /** One or more characters. By default detected among comma, semicolon, tab and pipe. */
  readonly delimiter?: string;
  /**
   * One or more characters (if several, the delimiter is required, too), or empty if quotes are ordinary. By default
   * `"`.
   */
  readonly quote?: string;
  /**
   * The physical line of the header, counted from 1; lines above it are skipped. By default the first row with text.
   */
  readonly header?: number;
  /** Whether the header was already judged by more rows than are read now: then it is not questioned. */
  readonly isHeaderSettled?: boolean;
  /** How much may be read. By default {@link defaultSizeLimits}. */
  readonly limits?: Partial<SizeLimits>;
  /** Called with each row in the order of the file, including the header, blank rows and refused rows. */
  readonly onRow?: (row: Row) => void;
}

/** The maximum size of an extract. A larger one is the wrong file, or belongs in several runs. */
export interface SizeLimits {
  readonly bytes: number;
  readonly records: number;
}

export const defaultSizeLimits: SizeLimits = { bytes: 2 * 1024 * 1024 * 1024, records: 5_000_000 };

/** For one lane: what is known about the file before its rows are cut. */
export interface LaneOptions extends ReadOptions {
  /** The problem of a first line `sep=;`, which is not a row. */
  readonly sepLine?: RecordProblem;
}

/** The limits of an extract. Beyond these it is a mistake (an unmatched quote, not a table), not data. */
export const extractLimits = {
  /** Characters (UTF-16 code units) of one cell. */
  fieldLength: 1024 * 1024,
  columns: 1024,
  /** Bytes of one row as UTF-8; only checked if delimiter or quote have several characters. */
  rowLength: 4 * 1024 * 1024,
  /** Line breaks inside one pair of quotes. */
  quotedLines: 10_000,
} as const;
