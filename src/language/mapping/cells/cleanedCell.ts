/** Invisible characters, and characters that only change the layout of the text. */
const UNSEEN =
  /[\u034f\xad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff]|[^\P{Cc}\t\n\r]/gu;

/** A way to repair a cell in the extract itself. */
export interface CellRepair {
  readonly title: string;
  readonly text: string;
}

/** Repairs that do not change the visible text of a cell. */
export function cleanedCell(text: string): readonly CellRepair[] {
  const trimmed = text.trim();
  const seen = text.replace(UNSEEN, '');
  return [
    ...(trimmed !== text && trimmed !== '' ? [{ title: 'Trim spaces in this cell', text: trimmed }] : []),
    ...(seen !== text && seen.trim() !== ''
      ? [{ title: 'Remove invisible characters from this cell', text: seen }]
      : []),
  ];
}
