import type { Span } from '../text/span';
import type { ProblemCode } from './problemCode';

/**
 * Something wrong in a text that the user wrote (a mapping, a payload). A value, never an exception; `problemOf` makes
 * it from its kind. `code` is stable (`area.what-is-wrong`) and is what quick fixes, settings and tests refer to;
 * `message` is for people and is never compared. It does not contain a cell's value; `withValues` is the same with
 * values, for those who may see people's data. `data` is what a fix needs.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
  readonly withValues?: string;
  readonly span: Span;
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * Something wrong in an extract or in one record of it; `recordProblemOf` makes it from its kind.
 * `line` is the physical line in the file, counted from 1, also after line breaks inside quotes. `column` is the header
 * of the affected cell. `path` is the SCIM attribute that the rule fills. Messages never contain a cell's value:
 * `value` does, and the code that shows it decides whether people's data may be seen there.
 */
export interface RecordProblem {
  readonly code: ProblemCode;
  /** `fatal`: no record of the extract may be used. `row`: this record is refused, the others continue. */
  readonly severity: 'fatal' | 'row' | 'warning';
  readonly message: string;
  readonly line?: number;
  readonly record?: number;
  readonly column?: string;
  readonly path?: string;
  readonly value?: string;
  /** The likely encoding of the file, if it differs from the one in which it is read. */
  readonly encoding?: string;
  /** Another encoding that is equally likely, with other letters. */
  readonly orEncoding?: string;
  /** Further possible encodings, if there are too few letters to decide. */
  readonly mayBeEncodings?: readonly string[];
  /** A line that looks more like the header than the one in use. */
  readonly header?: number;
  /** The line of the earlier record with the same or a similar id. */
  readonly earlierLine?: number;
  /** The rule in the mapping's text that the problem concerns. */
  readonly rule?: Span;
}
