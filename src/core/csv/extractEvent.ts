import type { RecordProblem } from '../problems/problem';
import type { Row } from './row';

/**
 * How the rows of an extract are cut into cells. Delimiter and quote may have several characters; an empty quote means
 * that there is none.
 */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
}

/** The row that names the columns. */
export interface ExtractHeader {
  /** Trimmed, because spaces around a name are never intended. Columns without a name are left out. */
  readonly columns: readonly string[];
  /** The positions of columns without a name, from 0: their cells are empty and are skipped. */
  readonly unnamed?: readonly number[];
  /** The physical line in the file, from 1. */
  readonly line: number;
  readonly dialect: Dialect;
  /** The canonical name of the encoding in which the file was read: `utf-8`, `windows-1252`. */
  readonly encoding: string;
  /** A later line that looks more like the header, because this one has few cells compared with the rows below it. */
  readonly likelierLine?: number;
}

/** One row below the header, with a cell for each named column. */
export interface ExtractRecord {
  /** From 1. The header and blank rows do not count; refused rows do. */
  readonly number: number;
  /** The physical line on which the record begins, from 1; line breaks inside quotes count as well. */
  readonly line: number;
  /** The text between delimiters, unquoted and otherwise verbatim: neither trimmed nor converted. */
  readonly cells: readonly string[];
}

/**
 * The result of reading an extract, in file order: at most one header, before any record. Nothing follows a problem of
 * severity `fatal`.
 */
export type ExtractEvent =
  | { readonly kind: 'header'; readonly header: ExtractHeader }
  | { readonly kind: 'record'; readonly record: ExtractRecord }
  | { readonly kind: 'problem'; readonly problem: RecordProblem };

/** What is known about an extract before it is read. Members that are absent are detected. */
export interface ReadOptions {
  /**
   * Any label of the WHATWG Encoding standard. A byte order mark in the file takes precedence. Default: strict UTF-8.
   */
  readonly encoding?: string;
  /** One or more characters. Default: detected among comma, semicolon, tab and pipe. */
  readonly delimiter?: string;
  /**
   * One or more characters (several require a stated delimiter), or empty if quotes are ordinary characters. Default:
   * `"`.
   */
  readonly quote?: string;
  /** The physical line of the header, from 1; lines above it are skipped. Default: the first row with text. */
  readonly header?: number;
  /** Whether the header was already judged by more rows than are read now, so that it is not judged again. */
  readonly isHeaderSettled?: boolean;
  /** How much may be read. Default: {@link defaultSizeLimits}. */
  readonly limits?: Partial<SizeLimits>;
  /** Called with each row in file order, including the header, blank rows and refused rows. */
  readonly onRow?: (row: Row) => void;
}

/** The maximum size of an extract. A larger one is the wrong file, or should be split into several runs. */
export interface SizeLimits {
  readonly bytes: number;
  readonly records: number;
}

export const defaultSizeLimits: SizeLimits = { bytes: 2 * 1024 * 1024 * 1024, records: 5_000_000 };

/** The options of one lane, which include what is known about the file before its rows are cut. */
export interface LaneOptions extends ReadOptions {
  /** The problem for a first line like `sep=;`, which is not a row. */
  readonly sepLine?: RecordProblem;
}

/**
 * The limits of an extract. Anything beyond them is a mistake (an unmatched quote, a file that is not a table), not
 * data.
 */
export const extractLimits = {
  /** Characters (UTF-16 code units) of one cell. */
  fieldLength: 1024 * 1024,
  columns: 1024,
  /** Bytes of one row as UTF-8; only checked if delimiter or quote have several characters. */
  rowLength: 4 * 1024 * 1024,
  /** Line breaks inside one pair of quotes. */
  quotedLines: 10_000,
} as const;
