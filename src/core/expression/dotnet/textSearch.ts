/** Punctuation, letters and digits of ASCII, which compare alike however one compares. */
const PLAIN = /^[ -~]*$/;
/** What carries no weight: formatting and control characters that are not white space. */
const IGNORED = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?![\t-\r\u0085])\p{Cc}/u;
const MARK = /\p{M}/u;
/** Kana and the forms of other widths differ from their kin, although Unicode calls them compatible. */
const KEPT = /[\u3000-\u30ff\uff00-\uffef]/;

/** A text as it is compared, unit by unit, and where each unit comes from. */
interface Folded {
  readonly text: string;
  /** Index in the source of the character that a unit belongs to, and of what comes after the last. */
  readonly from: readonly number[];
}

/**
 * Where one text begins in another by the invariant culture, case ignored, -1 for nowhere: as `CompareInfo.IndexOf` of .NET 8 with
 * ICU finds it. A final sigma is a sigma, `ß` is `ss`, a letter and its accent are one, and what nobody sees is passed over.
 */
export function indexOfIgnoringCase(whole: string, part: string, start: number): number {
  if (PLAIN.test(whole) && PLAIN.test(part)) return whole.toLowerCase().indexOf(part.toLowerCase(), start);
  if (start > whole.length) return -1;
  const searched = fold(whole.slice(start));
  const { text: wanted } = fold(part);
  if (wanted === '') return start;
  for (let at = searched.text.indexOf(wanted); at >= 0; at = searched.text.indexOf(wanted, at + 1)) {
    if (isWhole(searched, at, at + wanted.length)) return start + (searched.from[at] ?? 0);
  }
  return -1;
}

/** Neither end divides a character, or a letter and its accents. */
function isWhole({ text, from }: Folded, start: number, end: number): boolean {
  const cuts = (at: number) => at > 0 && at < text.length && (from[at] === from[at - 1] || MARK.test(text.charAt(at)));
  return !cuts(start) && !cuts(end);
}

function fold(text: string): Folded {
  let folded = '';
  const from: number[] = [];
  let at = 0;
  for (const character of text) {
    for (const unit of weighedForm(character).split('')) {
      folded += unit;
      from.push(at);
    }
    at += character.length;
  }
  from.push(at);
  return { text: folded, from };
}

function weighedForm(character: string): string {
  if (character >= ' ' && character <= '~') return character.toLowerCase();
  if (IGNORED.test(character)) return '';
  if (KEPT.test(character)) return character.normalize('NFD').toLowerCase();
  // Upper case first: it takes ß apart, and makes one of the sigmas. The dotted I of Turkish stays what it is
  return character.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFD').replaceAll('ς', 'σ');
}
