import type { Span } from '../text/span';
import { span } from '../text/span';
import { currentCode } from '../problems/formerCodes';
import type { Problem } from '../problems/problem';
import { isBlocking } from '../problems/problemKind';
import { LineIndex } from '../text/lineIndex';
import type { Comment } from './syntax/comments';
import { findComments } from './syntax/comments';

/** A code that a comment silences: `# ignore mapping.element-not-work, value.too-long: they read it elsewhere` */
export interface Silence {
  readonly code: string;
  /** As written in the comment, possibly a former name of the code. */
  readonly written: string;
  /** The range of the code in the comment. */
  readonly span: Span;
  /** The lines on which it applies, counted from 0. */
  readonly lines: readonly number[];
}

/** Codes, optionally followed by a mark and a reason, so that prose that begins with "ignore" does not match. */
const ORDER =
  /^#[ \t]*ignore[ \t]+([a-z]+(?:\.[A-Za-z-]+)+(?:[ \t]*,[ \t]*[a-z]+(?:\.[A-Za-z-]+)+)*)[ \t]*(?:$|[:(#]|--? )/;
const MAYBE = /#[ \t]*ignore[ \t]/;

/**
 * Finds what the comments of a mapping silence. A comment at the end of a line applies to that line. A comment on its
 * own line applies to the next line that is not a comment, and to its own line, where problems of the whole file are.
 */
export function findSilences(text: string): readonly Silence[] {
  // Most mappings do not silence anything and need not be read a second time
  if (!MAYBE.test(text)) return [];
  const index = new LineIndex(text);
  const silences: Silence[] = [];
  const comments = findComments(text);
  const ends = endsOfBlocks(comments, index);
  for (const { span: where, isAlone } of comments) {
    const codes = ORDER.exec(text.slice(where.start, where.end))?.[1];
    if (codes === undefined) continue;
    const { line } = index.positionAt(where.start);
    const from = text.indexOf(codes, where.start);
    for (const match of codes.matchAll(/[^\s,]+/g)) {
      const start = from + match.index;
      silences.push({
        code: currentCode(match[0]),
        written: match[0],
        span: span(start, start + match[0].length),
        lines: isAlone ? [line, ends.get(line) ?? line + 1] : [line],
      });
    }
  }
  return silences;
}

/** For each line with only a comment, the next line that has something else. */
function endsOfBlocks(comments: readonly Comment[], index: LineIndex): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const { span: where, isAlone } of [...comments].reverse()) {
    const { line } = index.positionAt(where.start);
    if (isAlone) ends.set(line, ends.get(line + 1) ?? line + 1);
  }
  return ends;
}

/** Separates problems that comments silence from the others. */
export class Silencer {
  readonly #text: string;
  /** The comments by code, and by the lines on which they silence it. */
  readonly #byCode = new Map<string, Map<number, Silence[]>>();
  #index: LineIndex | undefined;

  constructor(text: string, silences: readonly Silence[]) {
    this.#text = text;
    for (const silence of silences) {
      const byLine = this.#byCode.get(silence.code) ?? new Map<number, Silence[]>();
      this.#byCode.set(silence.code, byLine);
      for (const line of silence.lines) {
        const same = byLine.get(line);
        if (same === undefined) byLine.set(line, [silence]);
        else same.push(silence);
      }
    }
  }

  /** The comments that silence the problem. */
  silencesOf(problem: Problem): readonly Silence[] {
    const byLine = this.#byCode.get(problem.code);
    if (byLine === undefined || isBlocking(problem)) return [];
    this.#index ??= new LineIndex(this.#text);
    return byLine.get(this.#index.positionAt(problem.span.start).line) ?? [];
  }

  /** Splits problems into those that a comment silences and the others. */
  sorted(problems: readonly Problem[]): readonly [silenced: readonly Problem[], others: readonly Problem[]] {
    if (this.#byCode.size === 0) return [[], problems];
    const silenced = new Set(problems.filter((problem) => this.silencesOf(problem).length > 0));
    return [[...silenced], problems.filter((problem) => !silenced.has(problem))];
  }
}
