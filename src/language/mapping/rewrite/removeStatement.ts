import type { MappingTree } from '../../../core/mapping/syntax/syntax';
import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import { wholeLines } from './statementLines';

interface Block {
  readonly kind: string;
  readonly span: Span;
  readonly body?: readonly Block[];
}

/** Removes a statement with its lines, and its block if that becomes empty. Comments above it stay. */
export function removeStatement(text: string, tree: MappingTree, statement: Span): TextEdit {
  const whole = outermostAround(tree.statements, statement) ?? statement;
  const lines = wholeLines(text, whole);
  if (lines !== undefined) return { span: lines, newText: '' };
  const before = /[ \t]*$/.exec(text.slice(0, whole.start))?.[0].length ?? 0;
  return { span: span(whole.start - before, whole.end), newText: '' };
}

/** The outermost block that contains only the statement; a comment keeps a block. */
function outermostAround(members: readonly Block[], { start, end }: Span): Span | undefined {
  for (const member of members) {
    if (member.span.start > start || member.span.end < end) continue;
    if (member.span.start === start && member.span.end === end) return member.span;
    const inner = outermostAround(member.body ?? [], { start, end });
    return inner !== undefined && member.body?.length === 1 ? member.span : inner;
  }
  return undefined;
}
