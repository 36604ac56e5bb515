import { keyOf, wordsOf } from '../text/headerWords';
import type { SampledRecord } from './columnFacts';
import { characterPattern } from './valueLooks';

/** The records of an extract, and the footer of a report at its end. */
interface Parted {
  readonly people: readonly SampledRecord[];
  readonly footer: readonly SampledRecord[];
}

/** Maximum number of rows of a footer. */
const MAX_ROWS = 5;

/** How footers of reports begin, in the languages of HR systems. */
const BEGINNINGS =
  /^(?:grandtotal|total|totals|subtotal|sum|summe|gesamt|anzahl|count|recordcount|numberof|endof|ende|eof|fin|finde|findu|findel|finedel|fine|fim|fimdo|einde|slut|slutt|koniec|konec|generated|reportgenerated|reportdate|reporttitle|report|erstellt|stand|datenstand|createdon|createdby|printed|printedon|runon|rundate|exported|exportedon|confidential|vertraulich|confidentiel|copyright|page|seite|pagina|records|rows|totale|totaal|aantal|nombre|nombretotal|effectif|cantidad|suma|razem|celkem|yhteensa|totalt|antal|antall|итого|всего|合計|件数|合计|总计|总数|합계)/;
/** A line of punctuation, as reports draw it. */
const RULE = /^[-=*_~#.\s]{3,}$/;

/**
 * Separates the footer of a report, such as totals and `End of report`, from the people above it. Footer rows have few
 * cells, and either begin like one or have a single cell that does not look like the others in its column. A person
 * with only an id is not a footer.
 * @param rows all records of the extract, with a cell for each column
 */
export function partFooter(rows: readonly SampledRecord[]): Parted {
  const usual = usualCells(rows);
  let end = rows.length;
  while (end > 1 && rows.length - end < MAX_ROWS && isFooter(rows[end - 1], rows.slice(0, end - 1), usual)) end--;
  return { people: rows.slice(0, end), footer: rows.slice(end) };
}

function usualCells(rows: readonly SampledRecord[]): number {
  const counts = rows.map(({ cells }) => filledIn(cells).length).sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}

function filledIn(cells: readonly string[]): readonly { readonly cell: string; readonly column: number }[] {
  return cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [{ cell: cell.trim(), column }]));
}

function isFooter(row: SampledRecord | undefined, above: readonly SampledRecord[], usual: number): boolean {
  const filled = filledIn(row?.cells ?? []);
  const [first] = filled;
  if (first === undefined) return true;
  if (usual < 3 || filled.length > usual / 2) return false;
  const patterns = new Set(above.map(({ cells }) => characterPattern((cells[first.column] ?? '').trim())));
  const isLikeOthers = patterns.has(characterPattern(first.cell));
  if (isLikeOthers) return false;
  return filled.length === 1 || RULE.test(first.cell) || BEGINNINGS.test(keyOf(wordsOf(first.cell)));
}
