/** Printable ASCII, which compares in the same way in every culture. */
const PLAIN = /^[ -~]*$/;
/** Characters that comparison ignores: formatting and control characters other than white space. */
const IGNORED = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?![\t-\r\u0085])\p{Cc}/u;
const MARK = /\p{M}/u;
/** Kana and width variants, which are different characters here, although Unicode calls them compatible. */
const WIDTH_FORMS = /[\u3000-\u30ff\uff00-\uffef]/;

/** A text prepared for comparison, with the origin of each unit. */
interface Folded {
  readonly text: string;
  /** For each unit, the index in the source of its character; at the end, the index after the last one. */
  readonly from: readonly number[];
}

/**
 * Finds one text in another by the invariant culture, ignoring case; returns its index or -1, like
 * `CompareInfo.IndexOf` of .NET 8 with ICU. A final sigma equals a sigma, `ß` equals `ss`, a letter and its accent are
 * one character, and invisible characters are ignored.
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

/** Whether neither end splits a character or separates a letter from its accents. */
function isWhole({ text, from }: Folded, start: number, end: number): boolean {
  const cuts = (at: number) => at > 0 && at < text.length && (from[at] === from[at - 1] || MARK.test(text.charAt(at)));
  return !cuts(start) && !cuts(end);
}

function fold(text: string): Folded {
  let folded = '';
  const from: number[] = [];
  let at = 0;
  for (const character of text) {
    for (const unit of foldCharacter(character).split('')) {
      folded += unit;
      from.push(at);
    }
    at += character.length;
  }
  from.push(at);
  return { text: folded, from };
}

function foldCharacter(character: string): string {
  if (character >= ' ' && character <= '~') return character.toLowerCase();
  if (IGNORED.test(character)) return '';
  if (WIDTH_FORMS.test(character)) return character.normalize('NFD').toLowerCase();
  // Upper case first: it splits ß and unifies the sigmas. The dotted I of Turkish stays as it is
  return character.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFD').replaceAll('ς', 'σ');
}
