import type { Span } from '../text/span';
import { span } from '../text/span';
import { currentCode } from '../problems/formerCodes';
import type { Problem } from '../problems/problem';
import { isBlocking } from '../problems/problemKind';
import { LineIndex } from '../text/lineIndex';
import { findComments } from './syntax/comments';

/** A code that a comment silences: `# ignore mapping.element-not-work, value.too-long: they read it elsewhere` */
export interface Silence {
  readonly code: string;
  /** As the comment spells it: perhaps as it was spelled formerly. */
  readonly written: string;
  /** Where the code stands in the comment. */
  readonly span: Span;
  /** The lines on which it silences, from 0. */
  readonly lines: readonly number[];
}

/** Codes, and then nothing, or a reason behind a mark: prose that begins with "ignore" is no order. */
const ORDER =
  /^#[ \t]*ignore[ \t]+([a-z]+(?:\.[A-Za-z-]+)+(?:[ \t]*,[ \t]*[a-z]+(?:\.[A-Za-z-]+)+)*)[ \t]*(?:$|[:(#]|--? )/;
const MAYBE = /#[ \t]*ignore[ \t]/;

/**
 * What the comments of a mapping silence. At the end of a line a comment speaks of that line; alone on its line it speaks of
 * the next one that is no comment, and of its own, where problems of the file as a whole stand.
 */
export function findSilences(text: string): readonly Silence[] {
  // Most mappings have none, and are not read a second time
  if (!MAYBE.test(text)) return [];
  const index = new LineIndex(text);
  const silences: Silence[] = [];
  const comments = findComments(text);
  const alone = new Set(
    comments.filter(({ isAlone }) => isAlone).map(({ span: { start } }) => index.positionAt(start).line),
  );
  for (const { span: where, isAlone } of comments) {
    const codes = ORDER.exec(text.slice(where.start, where.end))?.[1];
    if (codes === undefined) continue;
    const { line } = index.positionAt(where.start);
    let next = line + 1;
    while (alone.has(next)) next++;
    const from = text.indexOf(codes, where.start);
    for (const match of codes.matchAll(/[^\s,]+/g)) {
      const start = from + match.index;
      silences.push({
        code: currentCode(match[0]),
        written: match[0],
        span: span(start, start + match[0].length),
        lines: isAlone ? [line, next] : [line],
      });
    }
  }
  return silences;
}

/** Keeps problems apart by what the comments of their text say of them. */
export class Silencer {
  readonly #text: string;
  readonly #byCode = new Map<string, Silence[]>();
  #index: LineIndex | undefined;

  constructor(text: string, silences: readonly Silence[]) {
    this.#text = text;
    for (const silence of silences) {
      const same = this.#byCode.get(silence.code);
      if (same === undefined) this.#byCode.set(silence.code, [silence]);
      else same.push(silence);
    }
  }

  /** The comments that silence the problem. */
  silencesOf(problem: Problem): readonly Silence[] {
    const candidates = this.#byCode.get(problem.code);
    if (candidates === undefined || isBlocking(problem)) return [];
    this.#index ??= new LineIndex(this.#text);
    const { line } = this.#index.positionAt(problem.span.start);
    return candidates.filter(({ lines }) => lines.includes(line));
  }

  /** The problems that a comment silences, and the others. */
  sorted(problems: readonly Problem[]): readonly [silenced: readonly Problem[], loud: readonly Problem[]] {
    if (this.#byCode.size === 0) return [[], problems];
    const silenced = new Set(problems.filter((problem) => this.silencesOf(problem).length > 0));
    return [[...silenced], problems.filter((problem) => !silenced.has(problem))];
  }
}
