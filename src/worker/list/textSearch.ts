import { foldedText } from '../../core/search/foldedText';
import type { ExtractHeader } from '../../core/csv/extractEvent';
import type { RowsPart } from '../../extract/index/indexedExtract';
import type { RecordLines } from '../../extract/index/recordLines';
import { rowCells } from '../../extract/index/rowCells';

/** The name of a record, in addition to its cells. */
export interface NamedRows {
  /** Its id and name, as its rules give them. */
  readonly names: (cells: readonly string[], record: number) => readonly string[];
  /**
   * The folded characters that rules insert between cells for names; `undefined` where a name may contain a match that is in neither a
   * cell nor such a character.
   */
  readonly constants: string | undefined;
}

/** How the text of an extract is cut into records and cells. */
export interface Cut {
  readonly header: ExtractHeader;
  readonly lines: Pick<RecordLines, 'of' | 'recordAt'>;
}

/** Separates cells, and does not occur in a typed text. */
const BETWEEN = '\0';

const LINE_END = /\r\n|\r|\n/g;

/**
 * Searches everything that records show for a text: their cells, their ids and names, and the line of a typed number. A part of the file
 * is searched as it is; a record is only cut into cells where it may contain the text and its letters alone do not decide.
 */
export class TextSearch {
  readonly #wanted: string;
  readonly #line: number | undefined;
  readonly #rows: NamedRows;
  readonly #cut: Cut;
  /** What a record contains if it contains a match; `undefined`: that is not known. */
  readonly #pieces: readonly string[] | undefined;
  /** Whether every match in the file is a match in a cell. */
  readonly #isPlain: boolean;

  /** @param text see {@link isSearchable} */
  constructor(text: string, rows: NamedRows, cut: Cut) {
    this.#wanted = foldedText(text).trim();
    this.#line = /^[1-9]\d{0,8}$/.test(this.#wanted) ? Number(this.#wanted) : undefined;
    this.#rows = rows;
    this.#cut = cut;
    const { quote, delimiter } = cut.header.dialect;
    // Quotes are doubled within quoted cells
    const syntax = foldedText(quote + delimiter);
    this.#isPlain = !Array.from(this.#wanted).some((character) => syntax.includes(character));
    const { constants } = rows;
    this.#pieces = constants === undefined ? undefined : piecesOf(this.#wanted, constants + syntax);
  }

  /** The numbers of the records that contain the text, ascending. */
  find(part: RowsPart): readonly number[] {
    const found = new Set<number>();
    const folded = foldedText(part.text);
    if (this.#isPlain) for (const record of this.#recordsWith(this.#wanted, folded, part)) found.add(record);
    for (const record of this.#candidates(folded, part, found)) if (this.#holds(record, part)) found.add(record);
    this.#addLine(part, found);
    return [...found].sort((a, b) => a - b);
  }

  #addLine({ first, last }: RowsPart, found: Set<number>): void {
    const { lines } = this.#cut;
    const record = this.#line === undefined ? undefined : lines.recordAt(this.#line);
    if (record === undefined || record < first || record > last) return;
    if (lines.of(record) === this.#line) found.add(record);
  }

  /** Records that may contain the text, among those that are not decided. */
  #candidates(folded: string, part: RowsPart, known: ReadonlySet<number>): readonly number[] {
    if (this.#pieces === undefined) return range(part).filter((record) => !known.has(record));
    // If the text contains neither a constant nor a quote, a name matches only if its cells do
    if (this.#isPlain && this.#pieces.length === 1 && this.#pieces[0] === this.#wanted) return [];
    let left: readonly number[] | undefined;
    for (const piece of this.#pieces) {
      const holding = this.#recordsWith(piece, folded, part);
      left = left === undefined ? [...holding] : left.filter((record) => holding.has(record));
      if (left.length === 0) return left;
    }
    return (left ?? range(part)).filter((record) => !known.has(record));
  }

  /** Those whose text matches. */
  #recordsWith(piece: string, folded: string, { line, first, last }: RowsPart): ReadonlySet<number> {
    const found = new Set<number>();
    const { lines } = this.#cut;
    let at = folded.indexOf(piece);
    if (at < 0) return found;
    // The folded text has the same line ends
    const ends = new LineEnds(folded, line);
    for (; at >= 0; at = folded.indexOf(piece, Math.max(at + 1, ends.after(at)))) {
      const record = lines.recordAt(ends.lineAt(at));
      // The text may begin before the first requested record, and end after the last one
      if (record !== undefined && record >= first && record <= last) found.add(record);
    }
    return found;
  }

  #holds(record: number, part: RowsPart): boolean {
    const cells = this.#cellsOf(record, part);
    if (foldedText(cells.join(BETWEEN)).includes(this.#wanted)) return true;
    return this.#rows.names(cells, record).some((name) => foldedText(name).includes(this.#wanted));
  }

  #cellsOf(record: number, part: RowsPart): readonly string[] {
    const { header, lines } = this.#cut;
    const line = lines.of(record);
    const text = part.textFrom(line);
    return rowCells({ text, header, start: { line, offset: 0 } });
  }
}

/** Whether a text contains anything that a search compares. */
export function isSearchable(text: string): boolean {
  return foldedText(text).trim() !== '';
}

function range({ first, last }: RowsPart): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

/** A text without these characters. */
function piecesOf(wanted: string, characters: string): readonly string[] {
  const separators = new Set(characters);
  const pieces: string[] = [];
  let piece = '';
  for (const character of wanted) {
    if (!separators.has(character)) {
      piece += character;
      continue;
    }
    if (piece !== '') pieces.push(piece);
    piece = '';
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** The physical lines of a text, for ascending places. */
class LineEnds {
  readonly #text: string;
  #line: number;
  /** The end of the last requested line, including its line end. */
  #end = 0;

  constructor(text: string, firstLine: number) {
    this.#text = text;
    this.#line = firstLine - 1;
  }

  lineAt(place: number): number {
    while (this.#end <= place) {
      LINE_END.lastIndex = this.#end;
      this.#end = LINE_END.exec(this.#text) === null ? this.#text.length + 1 : LINE_END.lastIndex;
      this.#line++;
    }
    return this.#line;
  }

  /** Where the line after the one at this place begins. */
  after(place: number): number {
    this.lineAt(place);
    return this.#end;
  }
}
