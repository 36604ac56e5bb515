/** Why the text stops being a table. Nothing after it can be trusted. */
export interface Fault {
  readonly code:
    | 'csv.nul-byte'
    | 'csv.quote.unterminated'
    | 'csv.quote.stray'
    | 'csv.field-too-large'
    | 'csv.too-many-columns'
    | 'csv.newline.lone-cr';
  readonly line: number;
  /** The cell that it stands in, counted from 0; absent where it is none or is not known. */
  readonly cell?: number;
}
