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
}
