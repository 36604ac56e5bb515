import { findComments } from '../../../core/mapping/syntax/comments';
import { isMappingProblem } from '../../../core/examine/mappingProblemKinds';
import { isBlocking } from '../../../core/problems/problemKind';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { MappingDocument } from '../document/mappingDocument';
import { lineEnd, lineEndOf, lineStart } from '../rewrite/statementLines';
import type { MappingQuickFix } from './mappingFix';

/** Adds a comment with the code that silences the problem on its line. */
export const silence: MappingQuickFix = {
  codes: 'every',
  *fixes({ document, code, severity, span: where }) {
    if (!isMappingProblem(code) || code.startsWith('mapping.silence-')) return;
    if (isBlocking({ code, severity })) return;
    yield { title: `Ignore ${code} here`, edits: [silencing(document, where.start, code)] };
  },
};

function silencing({ text, loaded }: MappingDocument, at: number, code: string): TextEdit {
  const [start, end] = [lineStart(text, at), lineEnd(text, at)];
  const last = loaded.silences.filter((own) => start <= own.span.start && own.span.end <= end).at(-1);
  if (last !== undefined) return { span: span(last.span.end, last.span.end), newText: `, ${code}` };
  const line = text.slice(start, end);
  const comment = line.includes('#')
    ? findComments(text).find((own) => start <= own.span.start && own.span.start < end)
    : undefined;
  if (comment === undefined && line.trim() !== '') {
    const blanks = /[ \t]*$/.exec(line)?.[0].length ?? 0;
    return { span: span(end - blanks, end), newText: `  # ignore ${code}` };
  }
  // An existing comment is kept: the code goes on the line above
  const from = text.charAt(start) === '\uFEFF' ? start + 1 : start;
  const indent = /^[ \t]*/.exec(text.slice(from))?.[0] ?? '';
  return { span: span(from, from), newText: `${indent}# ignore ${code}${lineEndOf(text)}` };
}
