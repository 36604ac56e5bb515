import type { ColumnProfile, ExtractProfile } from '../../../core/profile/extractProfile';
import type { Markdown } from '../../shared/markdown';
import { bulletList, code, counting, joined, ours, quotedCode, table, words } from '../../shared/markdown';

/** Values that are shown, the most frequent ones. */
const EXAMPLES = 5;

/** Shapes of values that are shown. */
const SHAPES = 3;

/**
 * How full a column is, how many values it holds, and the longest.
 * @param further lines of the same list
 */
export function columnFigures(
  column: ColumnProfile,
  { records, isComplete }: ExtractProfile,
  further: readonly Markdown[] = [],
): Markdown {
  const { filled, distinct, isDistinctExact, longest } = column;
  const among = isComplete ? counting(records, words`record`) : words`the first ${counting(records, words`record`)}`;
  const different = words`${isDistinctExact ? words`` : words`at least `}${distinct} different ${distinct === 1 && isDistinctExact ? words`value` : words`values`}`;
  return bulletList([
    words`filled in ${filled} of ${among} (${ours(share(filled, records))})`,
    ...(filled === 0 ? [] : [different]),
    ...(longest === undefined
      ? []
      : [
          words`longest: ${counting(longest.value.length, words`character`)}, in line ${longest.line}: ${quotedCode(longest.value)}`,
        ]),
    ...further,
  ]);
}

/** How the values look: as dates, or by the shapes that most of them have. */
export function columnLooks({ dates, shapes = [], distinct }: ColumnProfile): readonly Markdown[] {
  if (dates !== undefined)
    return [
      words`dates as ${code(dates.format, 40)}, from ${code(dates.earliest)} to ${code(dates.latest)}${dates.orElse === undefined ? words`` : words`; or as ${code(dates.orElse, 40)}`}`,
    ];
  // A few words say more than their shapes
  if (distinct <= EXAMPLES || shapes.length === 0) return [];
  const looks = shapes.slice(0, SHAPES).map(({ shape }) => code(shape, 40));
  return [words`looks like ${joined(looks, ', ')}`];
}

/** A share is shown as 100 % only if it is all, and as 0 % only if it is nothing. */
function share(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '0 %';
  if (part === whole) return '100 %';
  const percent = (part / whole) * 100;
  return percent < 0.1 ? 'below 0.1 %' : percent > 99.9 ? 'over 99.9 %' : `${percent.toFixed(1).replace(/\.0$/, '')} %`;
}

/** The most frequent values, in a table; none of a column in which each is there once. */
export function frequentValues({ values, distinct }: ColumnProfile): Markdown | undefined {
  const [first] = values;
  if (first === undefined || (first.count === 1 && distinct > EXAMPLES)) return undefined;
  const rows = values.slice(0, EXAMPLES).map(({ value, count }) => [quotedCode(value), words`${count}`]);
  return table([distinct > EXAMPLES ? words`most frequent` : words`value`, words`records`], rows);
}
