/** What nobody sees in a cell, and what only moves its text about. */
const UNSEEN =
  /[\u034f\xad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff]|[^\P{Cc}\t\n\r]/gu;

/** A way to mend a cell in the extract itself. */
export interface CellRepair {
  readonly title: string;
  readonly text: string;
}

/** Repairs that leave what everybody sees of a cell as it is. */
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
