/** Why the text stops being a table. Nothing after it can be trusted. */
export interface Fault {
  readonly code:
    | 'csv.nulByte'
    | 'csv.quote.unterminated'
    | 'csv.quote.stray'
    | 'csv.fieldTooLarge'
    | 'csv.tooManyColumns'
    | 'csv.newline.loneCr';
  readonly line: number;
  /** The cell that it stands in, counted from 0; absent where it is none or is not known. */
  readonly cell?: number;
}
