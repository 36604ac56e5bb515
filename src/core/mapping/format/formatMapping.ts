import type { TextEdit } from '../../text/textEdit';
import { span } from '../../text/span';
import type { ParsedMapping } from '../syntax/parseMapping';
import type { FormatEntry, FormatItem } from './formatItem';
import { formatItems } from './formatItem';

/** Longer left sides do not determine the alignment of their neighbours. */
const WIDEST = 40;

/** If aligning decorators or comments would take more spaces than this, they directly follow their rule. */
const SPREAD = 24;

/**
 * Returns the edits that bring a mapping into canonical form: two spaces per level, `=`, decorators and comments
 * aligned within a run of rules, one empty line around blocks, names of attributes in their canonical case. Only spaces
 * and the case of names change; text with a syntax error does not change. Formatting is idempotent.
 */
export function formatMapping(parsed: ParsedMapping): readonly TextEdit[] {
  const { text } = parsed;
  const items = formatItems(parsed);
  const lineEnd = commonLineEnd(text);
  const bodies = writeItems(items, text);
  const openings = blockOpenings(items);
  const edits: TextEdit[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const start = at;
  const edit = (from: number, to: number, newText: string) => {
    const written = newText.replaceAll('\n', lineEnd);
    if (text.slice(from, to) !== written) edits.push({ span: span(from, to), newText: written });
  };
  for (const [index, item] of items.entries()) {
    const end = item.comment?.span.end ?? item.span.end;
    const between = text.slice(at, item.span.start);
    const previous = items[index - 1];
    const isKept = item.kind === 'verbatim' || previous?.kind === 'verbatim' || between.trim() !== '';
    if (isKept && item.kind === 'verbatim') {
      at = end;
      continue;
    }
    const indent = ' '.repeat(2 * item.depth);
    const isFirst = at === start && previous === undefined;
    if (isKept) edit(item.span.start, end, bodies[index] ?? '');
    else
      edit(
        at,
        end,
        (isFirst ? '' : separator(items, index, between, openings.has(index))) + indent + (bodies[index] ?? ''),
      );
    at = end;
  }
  if (items.length > 0 && text.slice(at).trim() === '') edit(at, text.length, '\n');
  return edits;
}

/** The line breaks before an item: one, or two where there is or should be an empty line. */
function separator(items: readonly FormatItem[], index: number, between: string, opensBlock: boolean): string {
  const item = items[index];
  const previous = items[index - 1];
  if (item === undefined || previous?.kind === 'open' || item.kind === 'close') return '\n';
  const hasEmptyLine = between.split(/\r\n|\n|\r/).length > 2;
  const isApart = previous?.kind === 'close' || opensBlock;
  const isBelowItsComment = previous?.kind === 'comment';
  return hasEmptyLine || (isApart && !isBelowItsComment) ? '\n\n' : '\n';
}

/** The indexes of the items that begin a block, or of the comments directly before them. */
function blockOpenings(items: readonly FormatItem[]): ReadonlySet<number> {
  const openings = new Set<number>();
  for (let index = items.length - 1; index >= 0; index--) {
    const kind = items[index]?.kind;
    if (kind === 'open' || (kind === 'comment' && openings.has(index + 1))) openings.add(index);
  }
  return openings;
}

/** Writes each item without its indentation, the entries of a run aligned. */
function writeItems(items: readonly FormatItem[], text: string): readonly string[] {
  const bodies = items.map((item) => (item.kind === 'entry' ? '' : item.text));
  for (const run of runsOf(items, text)) {
    const entries = run.map((index) => items[index]).filter((item): item is FormatEntry => item?.kind === 'entry');
    const widths = entries.map(({ left }) => left.length).filter((length) => length <= WIDEST);
    const width = widths.reduce(larger, 0);
    const heads = entries.map(({ left, right }) => `${left.padEnd(width)} = ${right}`);
    const whole = alignTails(
      heads,
      entries.map(({ decorators }) => decorators),
    );
    for (const [place, index] of run.entries()) bodies[index] = whole[place] ?? '';
  }
  return withTrailingComments(items, bodies, text);
}

/** Runs of entries without an empty line or a block between them. Comments do not end a run. */
function runsOf(items: readonly FormatItem[], text: string): readonly (readonly number[])[] {
  const runs: number[][] = [];
  let run: number[] = [];
  for (const [index, item] of items.entries()) {
    const previous = items[index - 1];
    const gap =
      previous === undefined ? '' : text.slice(previous.comment?.span.end ?? previous.span.end, item.span.start);
    const endsRun = gap.split(/\r\n|\n|\r/).length > 2 || (item.kind !== 'entry' && item.kind !== 'comment');
    if (endsRun && run.length > 0) {
      runs.push(run);
      run = [];
    }
    if (item.kind === 'entry') run.push(index);
  }
  return run.length > 0 ? [...runs, run] : runs;
}

function withTrailingComments(
  items: readonly FormatItem[],
  bodies: readonly string[],
  text: string,
): readonly string[] {
  const result = [...bodies];
  let group: number[] = [];
  const close = () => {
    const indents = group.map((index) => ' '.repeat(2 * (items[index]?.depth ?? 0)));
    const aligned = alignTails(
      group.map((index, place) => (indents[place] ?? '') + (bodies[index] ?? '')),
      group.map((index) => {
        const { start = 0, end = 0 } = items[index]?.comment?.span ?? {};
        return text.slice(start, end).trimEnd();
      }),
    );
    for (const [place, index] of group.entries()) result[index] = aligned[place]?.slice(indents[place]?.length) ?? '';
    group = [];
  };
  for (const [index, item] of items.entries()) {
    const previous = items[index - 1];
    const gap =
      previous === undefined ? '' : text.slice(previous.comment?.span.end ?? previous.span.end, item.span.start);
    if (item.comment === undefined || gap.split(/\r\n|\n|\r/).length > 2) close();
    if (item.comment !== undefined) group.push(index);
  }
  close();
  return result;
}

/** Adds a tail to each head, aligned unless that is too far away. The last line of a head counts. */
function alignTails(heads: readonly string[], tails: readonly string[]): readonly string[] {
  const widths = heads.map((head) => head.length - (head.lastIndexOf('\n') + 1));
  const concerned = widths.filter((_, place) => tails[place] !== '');
  const widest = concerned.reduce(larger, 0);
  const isNear = concerned.every((width) => widest - width <= SPREAD);
  return heads.map((head, place) => {
    const tail = tails[place] ?? '';
    if (tail === '') return head;
    const blanks = isNear ? widest - (widths[place] ?? 0) : 0;
    return `${head}${' '.repeat(blanks + 2)}${tail}`;
  });
}

/** For `reduce`, because a long list cannot be passed as the arguments of `Math.max`. */
function larger(one: number, other: number): number {
  return Math.max(one, other);
}

/** The most frequent line end. */
function commonLineEnd(text: string): string {
  const crlf = text.match(/\r\n/g)?.length ?? 0;
  const lf = (text.match(/\n/g)?.length ?? 0) - crlf;
  return crlf > lf ? '\r\n' : '\n';
}
