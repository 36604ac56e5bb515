import { formatCount } from '../text/formatCount';
import type { ColumnFacts } from './columnFacts';
import { named } from './guess';

/** Maximum number of listed lines; more are counted. */
const MAX_LINES = 10;

/**
 * Describes problems of a column that should identify people: lines without a value, and lines that share one. Empty if
 * every record has a unique value.
 */
export function doubtfulLines(facts: ColumnFacts): readonly string[] {
  const { filled, distinct } = facts.profile;
  const missing = facts.records - filled;
  const places = placesOf(facts);
  const comments: string[] = [];
  if (filled > distinct && places.repeated.length > 0)
    comments.push(
      `The same ${named(facts)} is in lines ${listed(places.repeated, 'and')}: each person needs one of their own.`,
    );
  else if (filled > distinct)
    comments.push(
      `${formatCount(filled)} records have ${formatCount(distinct)} different values here: each person needs one of their own.`,
    );
  if (missing > 0 && filled > 0)
    comments.push(
      places.empty.length > 0
        ? `${named(facts)} is empty in ${places.empty.length === 1 ? 'line' : 'lines'} ${listed(places.empty, 'and')}: such a record is refused.`
        : `${formatCount(missing)} records have no ${named(facts)}: they are refused.`,
    );
  return comments;
}

/** Lines whose cell is empty, and lines with the value of another line. */
function placesOf({ rows, index }: ColumnFacts): {
  readonly empty: readonly string[];
  readonly repeated: readonly string[];
} {
  const lines = new Map<string, number[]>();
  for (const { cells, line } of rows) {
    const value = cells[index] ?? '';
    const own = lines.get(value);
    if (own === undefined) lines.set(value, [line]);
    else own.push(line);
  }
  const empty = lines.get('') ?? [];
  const repeated = [...lines].filter(([value, each]) => value !== '' && each.length > 1).flatMap(([, each]) => each);
  return { empty: empty.map(String), repeated: repeated.sort((a, b) => a - b).map(String) };
}

function listed(lines: readonly string[], and: string): string {
  const shown = lines.slice(0, MAX_LINES);
  const more = lines.length - shown.length;
  const all = more > 0 ? [...shown, `${formatCount(more)} more`] : shown;
  return all.length === 1 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${and} ${all.at(-1) ?? ''}`;
}
