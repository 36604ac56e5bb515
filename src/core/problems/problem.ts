import type { Span } from '../text/span';
import type { ProblemCode } from './problemCode';

/**
 * Something wrong in a text that the user wrote (a mapping, a payload). A value, never an exception; `problemOf` makes it from its kind.
 * `code` is stable (`area.what-is-wrong`) and is what quick fixes, settings and tests refer to; `message` is for people
 * and is compared by nothing. It holds no cell's value; `withValues` says the same with values, for those who may see people's data.
 * `data` holds what a fix needs.
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
 * of the cell it concerns. `path` is the SCIM attribute that the rule fills. Messages never contain a cell's value:
 * `value` does, and whoever shows it decides whether people's data may be seen there.
 */
export interface RecordProblem {
  readonly code: ProblemCode;
  /** `fatal`: no record of the extract may be used. `row`: this record is refused, the others go on. */
  readonly severity: 'fatal' | 'row' | 'warning';
  readonly message: string;
  readonly line?: number;
  readonly record?: number;
  readonly column?: string;
  readonly path?: string;
  readonly value?: string;
  /** The encoding that the file looks like, where that is not the one it is read in. */
  readonly encoding?: string;
  /** Another one that it looks like as much, with other letters. */
  readonly orEncoding?: string;
  /** Further ones, where it has too few letters to tell. */
  readonly mayBeEncodings?: readonly string[];
  /** The line that looks more like the header than the one that was taken for it. */
  readonly header?: number;
  /** The line of the record whose id this one repeats, or nearly. */
  readonly earlierLine?: number;
  /** The rule in the mapping's text that the problem arose at. */
  readonly rule?: Span;
}
