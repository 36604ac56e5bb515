import { elementKey } from '../../../core/mapping/model/pathKey';
import type { Group, PathSyntax, Rule } from '../../../core/mapping/syntax/syntax';
import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import { lineEnd, lineEndOf, linesWithComments, lineStart } from '../rewrite/statementLines';
import type { Body } from './bodies';
import { isMistaken, memberAt } from './bodies';
import type { MappingRefactoring } from './mappingRefactoring';

/**
 * Turns rules for members of one attribute or element into a group. Offered on one of them; neighbouring ones are
 * included.
 */
export const groupRules: MappingRefactoring = function* ({ text, loaded }, where) {
  const { tree, problems } = loaded.parsed;
  const found = memberAt(tree, where);
  if (found?.member.kind !== 'rule') return;
  const head = headOf(found.member.path);
  if (head === undefined) return;
  const rules = found.body.members.filter(
    (member): member is Rule => member.kind === 'rule' && headOf(member.path)?.key === head.key,
  );
  const blocks = rules.map((rule) => ({ rule, lines: linesWithComments(text, rule.span) }));
  if (blocks.some(({ lines }) => lines === undefined) || isMistaken(problems, found.member.span)) return;
  if (rules.some((rule) => isMistaken(problems, rule.span))) return;
  const group = groupIn(found.body, head.key);
  const moved = blocks.map(({ rule, lines }) => withoutHead(text, rule, lines ?? rule.span));
  const edits = group === undefined ? asGroup(text, head.text, blocks, moved) : intoGroup(text, group, blocks, moved);
  const count = rules.length === 1 ? 'this rule' : `the ${rules.length} rules`;
  yield {
    title: `${group === undefined ? 'Write' : 'Move'} ${count} of ${head.text} ${group === undefined ? 'as' : 'into'} a group`,
    kind: 'refactor.rewrite',
    edits,
    isStructural: true,
  };
};

interface Head {
  readonly key: string;
  /** The path of the group. */
  readonly text: string;
  /** Where the rest of the path begins. */
  readonly end: number;
}

/**
 * The attribute of a path that also names a member. Paths with a URN are left out, as schemas have their own blocks.
 */
function headOf({ urn, names, filter, text, span: where }: PathSyntax): Head | undefined {
  const [first, second] = names;
  if (urn !== undefined || first === undefined || second === undefined || second.text === '') return undefined;
  if (filter !== undefined && filter.after !== 0) return undefined;
  const key = elementKey({ attribute: first.text, ...(filter === undefined ? {} : { filter: filter.terms }) });
  return { key, text: text.slice(0, (filter ?? first).span.end - where.start), end: second.span.start };
}

function groupIn({ members }: Body, key: string): Group | undefined {
  return members.find((member): member is Group => {
    if (member.kind !== 'group' || member.path.names.length !== 1 || member.path.urn !== undefined) return false;
    const { names, filter } = member.path;
    return elementKey({ attribute: names[0]?.text ?? '', ...(filter ? { filter: filter.terms } : {}) }) === key;
  });
}

interface RuleLines {
  readonly rule: Rule;
  readonly lines: Span | undefined;
}

/** The lines of a rule with its path shortened. */
function withoutHead(text: string, { path }: Rule, { start, end }: Span): string {
  const from = headOf(path)?.end ?? path.span.start;
  const lines = text.slice(start, path.span.start) + text.slice(from, end);
  return /[\r\n]$/.test(lines) ? lines : lines + lineEndOf(text);
}

function removals(blocks: readonly RuleLines[]): readonly TextEdit[] {
  return blocks.flatMap(({ lines }) => (lines === undefined ? [] : [{ span: lines, newText: '' }]));
}

function asGroup(
  text: string,
  head: string,
  blocks: readonly RuleLines[],
  moved: readonly string[],
): readonly TextEdit[] {
  const at = blocks[0]?.lines?.start ?? 0;
  const lineBreak = lineEndOf(text);
  const newText = `${head} {${lineBreak}${moved.join('')}}${lineBreak}`;
  return [{ span: span(at, at), newText }, ...removals(blocks)];
}

function intoGroup(
  text: string,
  group: Group,
  blocks: readonly RuleLines[],
  moved: readonly string[],
): readonly TextEdit[] {
  const last = group.body.at(-1)?.span.end ?? text.indexOf('{', group.path.span.end) + 1;
  const closing = group.span.end - 1;
  const isOneLine = lineStart(text, closing) <= last;
  const lineBreak = lineEndOf(text);
  const at = isOneLine ? last : lineEnd(text, last) + lineBreak.length;
  return [{ span: span(at, at), newText: `${isOneLine ? lineBreak : ''}${moved.join('')}` }, ...removals(blocks)];
}
