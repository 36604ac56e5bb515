import { formatCount } from './formatCount';

/** What is reported about one record. */
export interface Said {
  /** The cause shared with other records, as a sentence; empty if there is nothing to say. */
  readonly cause: string;
  /** What to do; empty if there is nothing to do. */
  readonly remedy: string;
  /** Identifies the record: `line 12, 4711`. */
  readonly who: string;
  /** Further lines about this record alone. */
  readonly details: readonly string[];
}

interface Group {
  readonly first: Said[];
  count: number;
}

/** Where to find all records if some are left out. */
const ALL_OF_THEM = '(all of them: --format json)';

/** Maximum number of causes; records with further causes are only counted. */
const CAUSES = 20;

/** Groups records by cause: the cause and the remedy once, then the first records with that cause. */
export function linesByCause(all: Iterable<Said>, listed: number): readonly string[] {
  const groups = new Map<string, Group>();
  let others = 0;
  for (const said of all) {
    const key = JSON.stringify([said.cause, said.remedy]);
    const group = groups.get(key);
    if (group === undefined && groups.size === CAUSES) others++;
    else if (group === undefined) groups.set(key, { first: [said], count: 1 });
    else {
      group.count++;
      if (group.first.length < listed) group.first.push(said);
    }
  }
  const each = Math.max(1, Math.floor(listed / Math.max(1, groups.size)));
  const lines = [...groups.values()].flatMap((group) => linesOf(group, each));
  return others === 0 ? lines : [...lines, `  and ${formatCount(others)} more, for other reasons ${ALL_OF_THEM}`];
}

function linesOf({ first, count }: Group, listed: number): readonly string[] {
  const [{ cause, remedy, who, details } = NOBODY] = first;
  const what = remedy === '' ? [] : [`      ${remedy}`];
  if (count === 1)
    return [`  ${who}${cause === '' ? '' : `: ${cause}`}`, ...details.map((detail) => `      ${detail}`), ...what];
  const indent = cause === '' ? '  ' : '    ';
  const shown = first.slice(0, listed);
  const more = count - shown.length;
  return [
    ...(cause === '' ? [] : [`  ${formatCount(count)} people: ${cause}`, ...what]),
    ...shown.flatMap((said) => [`${indent}${said.who}`, ...said.details.map((detail) => `        ${detail}`)]),
    ...(more === 0 ? [] : [`${indent}and ${formatCount(more)} more ${ALL_OF_THEM}`]),
  ];
}

const NOBODY: Said = { cause: '', remedy: '', who: '', details: [] };
