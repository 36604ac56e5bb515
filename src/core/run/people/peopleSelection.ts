import { MAX_OPERATIONS } from '../../scim/bulkRequest';
import { FateCode } from '../plan';

/** Which people of the source a plan contains. */
export type Selection =
  | { readonly kind: 'all' }
  | { readonly kind: 'changes' }
  /** One bit per record, starting at the lowest bit of the first byte. */
  | { readonly kind: 'records'; readonly bits: Uint8Array };

/** The pilot in the first request: a number of people from the beginning of the extract, or specific records. */
export type PilotChoice = { readonly first: number } | { readonly records: readonly number[] };

/** Decides which records become operations in this plan. */
export class PeopleSelection {
  readonly #selection: Selection;
  readonly #piloted: ReadonlySet<number> | undefined;
  /** How many more people fit into the first request. */
  #left: number;

  constructor(selection: Selection, pilot: PilotChoice) {
    this.#selection = selection;
    this.#piloted = 'records' in pilot ? new Set(pilot.records) : undefined;
    this.#left = Math.min(MAX_OPERATIONS, this.#piloted?.size ?? ('first' in pilot ? pilot.first : 0));
  }

  /**
   * Call once per record, in the order of the extract.
   * @param isUnchanged whether the record is known to equal what was last sent to its job
   */
  fateOf(record: number, isUnchanged: boolean): FateCode {
    const selection = this.#selection;
    if (selection.kind === 'changes' && isUnchanged) return FateCode.unchanged;
    if (selection.kind === 'records' && !hasBit(selection.bits, record - 1)) return FateCode.unselected;
    if (this.#left === 0 || this.#piloted?.has(record) === false) return FateCode.operation;
    this.#left--;
    return FateCode.pilot;
  }
}

/** Whether the record at an index is chosen. */
export function hasBit(bits: Uint8Array, index: number): boolean {
  return ((bits[index >> 3] ?? 0) & (1 << (index & 7))) !== 0;
}
