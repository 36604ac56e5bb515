import { extractLimits } from './extractEvent';
import type { Row } from './row';
import { hasText } from './row';
import { Tokenizer } from './tokenizer';

/** The delimiters that can be detected. The first is used for a file with a single column. */
const candidates = [',', ';', '\t', '|'] as const;
const sampledRows = 100;
const pieceLength = 8 * 1024;

/** `ambiguous`: several candidates each split every row into the same number of cells, more than one. */
export type DelimiterGuess =
  | { readonly kind: 'found'; readonly delimiter: string }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] };

/** How a candidate splits the sample. */
interface Trial {
  readonly delimiter: string;
  /** The number of cells in most rows. */
  readonly columns: number;
  /** The share of rows with that number, 0 to 1. */
  readonly share: number;
  /** Whether quotes occur only where this delimiter allows them. */
  readonly fitsQuotes: boolean;
  /** Whether the header has as many cells as most rows. */
  readonly fitsHeader: boolean;
}

/**
 * Finds the delimiter by trial: each candidate splits the first 100 rows, respecting quotes. The best candidate fits
 * the quotes and the header, and then has the most columns in the most rows. So a few ragged rows, or commas in an
 * address, do not matter.
 *
 * `sample` begins with the header. Unless it is `complete`, its last row may be truncated and is ignored.
 */
export function detectDelimiter(sample: string, quote = '"', complete = false): DelimiterGuess {
  const trials = candidates
    .map((delimiter) => tryDelimiter(sample, { delimiter, quote }, complete))
    .filter((trial) => trial.columns > 1)
    .sort(compareTrials);
  const even = trials.filter((trial) => trial.share === 1 && trial.fitsQuotes);
  if (even.length > 1) return { kind: 'ambiguous', candidates: even.map((trial) => trial.delimiter) };
  return { kind: 'found', delimiter: trials[0]?.delimiter ?? candidates[0] };
}

function tryDelimiter(sample: string, dialect: { delimiter: string; quote: string }, complete: boolean): Trial {
  const tokenizer = new Tokenizer(dialect);
  const ended: Row[] = [];
  // In pieces, because the first rows are enough
  for (let at = 0; at < sample.length && ended.length < sampledRows; at += pieceLength)
    ended.push(...tokenizer.push(sample.slice(at, at + pieceLength)).filter(hasText));
  const last = complete && ended.length < sampledRows ? tokenizer.end().filter(hasText) : [];
  const rows = [...ended, ...last].slice(0, sampledRows);
  // Too many columns from the first row on: the delimiter is clear, and the reader reports the fault
  if (rows.length === 0 && tokenizer.fault?.name === 'tooManyColumns')
    return {
      delimiter: dialect.delimiter,
      columns: extractLimits.columns + 1,
      share: 1,
      fitsQuotes: false,
      fitsHeader: true,
    };
  const header = rows[0]?.cells ?? [];
  const widths = rows.map(({ cells }) => widthBeside(header, cells));
  const columns = mostFrequent(widths);
  return {
    delimiter: dialect.delimiter,
    columns,
    share: rows.length === 0 ? 0 : widths.filter((width) => width === columns).length / rows.length,
    fitsQuotes: tokenizer.fault === undefined || rows.length === sampledRows,
    fitsHeader: widths[0] === columns,
  };
}

/** The number of cells of a row. Empty cells after the last column come from an extra delimiter and do not count. */
function widthBeside(header: readonly string[], cells: readonly string[]): number {
  const named = header.length > 1 && header.at(-1)?.trim() === '' ? header.length - 1 : header.length;
  const isSurplus = cells.length > named && named > 1 && cells.slice(named).every((cell) => cell.trim() === '');
  return isSurplus ? named : cells.length;
}

function mostFrequent(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [mostFrequent] = [...counts].sort(([, a], [, b]) => b - a);
  return mostFrequent?.[0] ?? 0;
}

function compareTrials(a: Trial, b: Trial): number {
  return (
    Number(b.fitsQuotes) - Number(a.fitsQuotes) || Number(b.fitsHeader) - Number(a.fitsHeader) || weight(b) - weight(a)
  );
}

function weight({ share, columns }: Trial): number {
  return share * (columns - 1);
}
