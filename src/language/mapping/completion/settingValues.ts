import { counted } from '../../../core/text/counted';
import type { ExtractProfile } from '../../../core/profile/extractProfile';
import { visible } from '../../../core/text/visible';
import type { Offering } from './offer';
import { offerText } from './offer';

const DELIMITERS: readonly (readonly [string, string])[] = [
  [';', 'semicolon'],
  [',', 'comma'],
  ['\t', 'tab'],
  ['|', 'pipe'],
];
const QUOTES: readonly (readonly [string, string])[] = [
  ['"', 'quotation mark (usual)'],
  ["'", 'apostrophe'],
  ['', 'nothing is quoted'],
];

/** Encodings of HR exports by their labels in the WHATWG Encoding Standard, the most likely ones first. */
const ENCODINGS: readonly (readonly [string, string])[] = [
  ['windows-1252', 'Western European, what Excel saves as CSV'],
  ['utf-8', 'the default'],
  ['utf-16le', 'what Excel saves as Unicode text'],
  ['utf-16be', 'Unicode, the high byte first'],
  ['iso-8859-1', 'Western European, read as windows-1252'],
  ['iso-8859-15', 'Western European with the euro sign'],
  ['windows-1250', 'Central European'],
  ['iso-8859-2', 'Central European'],
  ['windows-1251', 'Cyrillic'],
  ['windows-1253', 'Greek'],
  ['windows-1254', 'Turkish'],
  ['windows-1255', 'Hebrew'],
  ['windows-1256', 'Arabic'],
  ['windows-1257', 'Baltic'],
  ['cp850', 'Western European of DOS, and of the Windows console'],
  ['cp437', 'of DOS in the United States'],
  ['macintosh', 'Western European, classic Mac OS'],
  ['shift_jis', 'Japanese'],
  ['euc-jp', 'Japanese'],
  ['gb18030', 'Chinese, simplified'],
  ['big5', 'Chinese, traditional'],
  ['euc-kr', 'Korean'],
];

/** Words that HR systems write for an empty cell. */
const NOTHING =
  /^(?:\(?(?:null|none|nil|nan|undefined|blank|empty|missing)\)?|#?n\/?a!?|not (?:available|applicable)|[-–—.?]+|tbd|00000000|0000-00-00)$/i;
const USUAL_NOTHING = ['NULL', 'N/A', '-'];

/** `delimiter = |`, `empty = "NULL", "|`: usual values of the settings of a source. */
export const settingValues: Offering = function* (request) {
  const { place, document } = request;
  if (place.kind !== 'setting-value' || !place.expectsValue) return;
  const choices = { delimiter: DELIMITERS, quote: QUOTES, encoding: ENCODINGS }[place.setting] ?? [];
  for (const [value, note] of choices)
    for (const offer of offerText(request, value, { label: `"${visible(value)}"`, note, rank: 0 }))
      // A tab is invisible between quotes
      yield value === '\t' ? { ...offer, label: '"\\t"', insert: '"\\t"' } : offer;
  if (place.setting === 'files' && document.knowledge.extract !== undefined)
    yield* offerText(request, document.knowledge.extract.name, { rank: 0 });
  if (place.setting !== 'empty') return;
  const given = new Set(place.given.map(({ value }) => value));
  for (const { value, note } of nothings(document.knowledge.extract?.profile))
    if (!given.has(value)) yield* offerText(request, value, note === undefined ? { rank: 0 } : { note, rank: 0 });
};

/** The words for an empty cell that the extract uses; without an extract, the usual ones. */
function nothings(profile: ExtractProfile | undefined): readonly { readonly value: string; readonly note?: string }[] {
  if (profile === undefined) return USUAL_NOTHING.map((value) => ({ value }));
  const counts = new Map<string, { count: number; readonly column: string }>();
  for (const { column, values } of profile.columns) {
    for (const { value, count } of values) {
      if (!NOTHING.test(value)) continue;
      const before = counts.get(value);
      if (before === undefined) counts.set(value, { count, column });
      else before.count += count;
    }
  }
  return [...counts].map(([value, { count, column }]) => ({
    value,
    note: `${counted(count, 'cell')}, first in [${visible(column, 30)}]`,
  }));
}
