import { formatCount } from './formatCount';

/** The text about one of many. */
export interface Said {
  /** What it has in common with others: a sentence; empty if only the person matters. */
  readonly cause: string;
  /** What to do; empty if there is nothing to do. */
  readonly remedy: string;
  /** `line 12, 4711` */
  readonly who: string;
  /** What is specific to this one. */
  readonly details: readonly string[];
}

interface Group {
  readonly first: Said[];
  count: number;
}

/** Where to find all of them if some are left out. */
const ALL_OF_THEM = '(all of them: --format json)';

/** The maximum number of causes; beyond that, people are only counted. */
const CAUSES = 20;

/** Groups them by cause: the sentence and what to do once, then the first few people of each cause. */
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
