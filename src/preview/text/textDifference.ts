/** A piece of a text; marked if the other text does not have it. */
export interface TextPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** The difference of two texts, in pieces. */
export interface TextDifference {
  readonly before: readonly TextPiece[];
  readonly after: readonly TextPiece[];
}

/** Maximum length of a compared text, in UTF-16 units; no difference is computed for longer texts. */
const MAX_COMPARED = 2_000;
/** Maximum number of character pairs that are compared between the first and the last difference. */
const MAX_PAIRS = 250_000;
/**
 * The minimum share of the shorter and of the longer text that both must have in common to count as one changed text.
 */
const RELATED = { shorter: 0.6, longer: 0.25 };

const LETTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The characters that only one of the texts has. `undefined` if the texts are equal, or too different to count as one
 * changed text.
 */
export function textDifference(before: string, after: string): TextDifference | undefined {
  if (before === after || before.length > MAX_COMPARED || after.length > MAX_COMPARED) return undefined;
  const [old, now] = [lettersOf(before), lettersOf(after)];
  const start = commonStart(old, now);
  const end = commonEnd(old.slice(start), now.slice(start));
  const [oldMiddle, nowMiddle] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  if (oldMiddle.length * nowMiddle.length > MAX_PAIRS) return undefined;
  const [kept, keptNow] = commonLetters(oldMiddle, nowMiddle);
  const common = start + end + kept.filter((isKept) => isKept).length;
  const needed = Math.max(
    RELATED.shorter * Math.min(old.length, now.length),
    RELATED.longer * Math.max(old.length, now.length),
  );
  if (common < needed && !isFolded(before, after)) return undefined;
  return { before: piecesOf(old, start, kept), after: piecesOf(now, start, keptNow) };
}

/** Whether the texts differ only in case and outer spaces, by however many letters. */
function isFolded(before: string, after: string): boolean {
  return before.trim().toLowerCase() === after.trim().toLowerCase();
}

/** The grapheme clusters of a text. */
function lettersOf(text: string): readonly string[] {
  // eslint-disable-next-line no-control-regex -- ASCII is a character for each of its bytes
  if (/^[\x00-\x7f]*$/.test(text)) return text.split('');
  return Array.from(LETTERS.segment(text), ({ segment }) => segment);
}

function commonStart(old: readonly string[], now: readonly string[]): number {
  const index = old.findIndex((letter, place) => letter !== now[place]);
  return index < 0 ? old.length : index;
}

function commonEnd(old: readonly string[], now: readonly string[]): number {
  let length = 0;
  while (length < Math.min(old.length, now.length) && old.at(-1 - length) === now.at(-1 - length)) length++;
  return length;
}

/** For each letter, whether it belongs to the longest common subsequence of both texts. */
function commonLetters(old: readonly string[], now: readonly string[]): readonly [boolean[], boolean[]] {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = now.length - 1; column >= 0; column--)
      lengths[row * width + column] =
        old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const [kept, keptNow] = [old.map(() => false), now.map(() => false)];
  for (let row = 0, column = 0; row < old.length && column < now.length;) {
    if (old[row] === now[column]) [kept[row++], keptNow[column++]] = [true, true];
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return [kept, keptNow];
}

/** @param kept whether each letter from `start` on is common; later letters are all common */
function piecesOf(letters: readonly string[], start: number, kept: readonly boolean[]): readonly TextPiece[] {
  const pieces: { text: string; isMarked: boolean }[] = [];
  letters.forEach((text, index) => {
    const isMarked = kept[index - start] === false;
    const last = pieces.at(-1);
    if (last?.isMarked === isMarked) last.text += text;
    else pieces.push({ text, isMarked });
  });
  return pieces;
}
