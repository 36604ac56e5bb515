import type { Span } from '../../text/span';

/** The content of a PowerShell data file: values, tables and lists of them, and script blocks that are never run. */
export type Data = DataText | DataNumber | DataVariable | DataTable | DataList | DataBlock;

interface DataText {
  readonly kind: 'text';
  readonly value: string;
  /**
   * The text is in double quotes and contains a variable or a `$( ... )`, which data files refuse; `value` omits those.
   */
  readonly isEvaluated?: true;
  readonly span: Span;
}

interface DataNumber {
  readonly kind: 'number';
  readonly value: string;
  readonly span: Span;
}

/** `$true`, `$false`, `$null`; the name in lower case. */
interface DataVariable {
  readonly kind: 'variable';
  readonly name: string;
  readonly span: Span;
}

export interface DataTable {
  readonly kind: 'table';
  readonly entries: readonly DataEntry[];
  readonly span: Span;
}

export interface DataEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Data;
}

interface DataList {
  readonly kind: 'list';
  readonly items: readonly Data[];
  readonly span: Span;
}

/** `{ $_.'WorkerStatus' -eq 'Active' }` */
interface DataBlock {
  readonly kind: 'block';
  /** The range between the braces. */
  readonly inside: Span;
  readonly span: Span;
}
