import type { ExtractEvent, ExtractHeader, ReadOptions } from '../../core/csv/extractEvent';
import type { Row } from '../../core/csv/row';
import { hasText } from '../../core/csv/row';
import { fingerprinted } from '../fingerprint';
import { readExtract } from '../readExtract';
import type { SentLayout } from './sentRows';

/** An extract as it was when its run was made. */
export interface SentExtract {
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
  readonly size: number;
  /** The physical lines on which its records begin. */
  readonly lines: Uint32Array;
}

/** Why the rows of an extract are not those of its run: it has other bytes, or is read differently. */
export type SentFault = 'bytes' | 'reading';

/**
 * Checks that these are the bytes that were sent, and that with these options they give the same records on the same lines. Passes on
 * {@link ExtractFileError} of the source.
 */
export async function surveySent(
  read: () => AsyncIterable<Uint8Array>,
  sent: SentExtract,
  options: ReadOptions,
): Promise<SentLayout | { readonly fault: SentFault }> {
  if ((await fingerprintOf(read())) !== sent.sha256) return { fault: 'bytes' };
  const { lines } = sent;
  const how: ReadOptions = { ...options, limits: { bytes: sent.size, records: lines.length } };
  const measure = new RowMeasure();
  let header: ExtractHeader | undefined;
  let records = 0;
  for await (const events of readExtract(read(), { ...how, onRow: (row) => measure.take(row) }))
    for (const event of events) {
      if (event.kind === 'header') measure.noteHeader((header = event.header));
      const place = placeOf(event);
      if (place === 'fatal') return { fault: 'reading' };
      if (place === undefined) continue;
      if (place.number !== ++records || lines[place.number - 1] !== place.line) return { fault: 'reading' };
    }
  if (header === undefined || records !== lines.length) return { fault: 'reading' };
  return { options: how, header, lines, width: measure.width };
}

async function fingerprintOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let found = '';
  for await (const _block of fingerprinted(bytes, (fingerprint) => (found = fingerprint)));
  return found;
}

/** The place of a record, refused or not. */
function placeOf(event: ExtractEvent): { readonly number: number; readonly line: number } | 'fatal' | undefined {
  if (event.kind === 'record') return event.record;
  if (event.kind === 'header') return undefined;
  const { severity, record, line } = event.problem;
  if (severity === 'fatal') return 'fatal';
  return record === undefined || line === undefined ? undefined : { number: record, line };
}

/** Measures an extract's rows as they come. */
class RowMeasure {
  readonly #rows: Row[] = [];
  #header: Row | undefined;
  #width = 0;

  take(row: Row): void {
    if (this.#header === undefined) this.#rows.push(row);
    else this.#measure(row);
  }

  /** Called once the header's row is known. */
  noteHeader({ line }: Pick<ExtractHeader, 'line'>): void {
    this.#header = this.#rows.find((row) => row.line === line);
    this.#width = this.#header?.cells.length ?? 0;
    for (const row of this.#rows.splice(0)) if (row.line > line) this.#measure(row);
  }

  /** Number of cells of the header, or of the longest row whose additional cells are empty. */
  get width(): number {
    return this.#width;
  }

  #measure(row: Row): void {
    const surplus = row.cells.slice(this.#header?.cells.length ?? 0);
    if (surplus.length > 0 && hasText(row) && !hasText({ ...row, cells: surplus }))
      this.#width = Math.max(this.#width, row.cells.length);
  }
}
