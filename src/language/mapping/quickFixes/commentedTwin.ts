import { findComments } from '../../../core/mapping/syntax/comments';
import { parseMapping } from '../../../core/mapping/syntax/parseMapping';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { MappingDocument } from '../document/mappingDocument';

/** A rule that is commented out, such as a guess for review. */
export interface CommentedTwin {
  /** Line number, from 1. */
  readonly line: number;
  /** The expression, on one line. */
  readonly expression: string;
  /** The edits that remove the comment signs. */
  readonly edits: readonly TextEdit[];
}

/** Maximum number of lines of a commented-out rule. */
const MAX_LINES = 60;

/** The first commented-out rule for an attribute of User in the mapping. */
export function commentedTwin({ text, index }: MappingDocument, attribute: string): CommentedTwin | undefined {
  const comments = findComments(text).filter(({ isAlone }) => isAlone);
  const start = new RegExp(`^#\\s*${attribute}\\s*=`, 'i');
  for (const [first, { span: where }] of comments.entries()) {
    if (!start.test(text.slice(where.start, where.end))) continue;
    let written = '';
    const edits: TextEdit[] = [];
    for (const comment of comments.slice(first, first + MAX_LINES)) {
      const line = text.slice(comment.span.start, comment.span.end);
      const sign = /^#+ ?/.exec(line)?.[0] ?? '#';
      written += `${line.slice(sign.length)}\n`;
      edits.push({ span: span(comment.span.start, comment.span.start + sign.length), newText: '' });
      const expression = onlyRule(written);
      if (expression !== undefined) return { line: index.positionAt(where.start).line + 1, expression, edits };
    }
  }
  return undefined;
}

/** The right side of a text that consists of one rule. */
function onlyRule(text: string): string | undefined {
  const { tree, problems } = parseMapping(text);
  const [rule, ...others] = tree.statements;
  if (problems.length > 0 || others.length > 0 || rule?.kind !== 'rule' || rule.expression === undefined)
    return undefined;
  const { start } = rule.expression.span;
  return text.slice(start, rule.span.end).replace(/\s*\n\s*/g, ' ');
}
