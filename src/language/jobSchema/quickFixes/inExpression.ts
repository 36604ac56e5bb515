import type { CodeAction } from 'vscode-languageserver-types';
import { attributeNames, attributeOf } from '../../../core/jobSchema/resolveMappings';
import type { TextEdit } from '../../../core/text/textEdit';
import { applyEdits } from '../../../core/text/textEdit';
import { diagnoseMapping } from '../../mapping/diagnoseMapping';
import { documentKey, quickFixes } from '../../mapping/quickFixes/quickFixes';
import type { ExpressionDocument } from '../expressionDocument';
import { expressionDocument } from '../expressionDocument';
import { sourceEdits } from '../sourceEdits';
import type { JobFix } from './jobFix';
import { mappingOf } from './jobFix';

/** What the mapping editor would do about the same mistake in a rule; the tree beside the expression is kept in step. */
export const inExpression: JobFix = {
  codes: 'every',
  *fixes(request) {
    if (!request.code.startsWith('expression.')) return;
    const { around, attribute } = mappingOf(request) ?? {};
    const { expression, source } = attribute ?? {};
    if (around === undefined || expression === undefined || source === undefined) return;
    const columns = around.source?.isListed === true ? attributeNames(around.source) : undefined;
    const isBoolean = attributeOf(around.target, attribute?.target?.text)?.type === 'Boolean';
    const asMapping = expressionDocument(expression.embedded, columns, isBoolean);
    const { mapping, toMapping } = asMapping;
    const [start, end] = [toMapping(request.span.start), toMapping(request.span.end)];
    const same = diagnoseMapping(mapping).filter(
      ({ code, range }) =>
        code === request.code &&
        mapping.index.offsetAt(range.start) === start &&
        mapping.index.offsetAt(range.end) === end,
    );
    for (const action of quickFixes(mapping, same)) {
      const edits = editsOf(action, asMapping);
      if (edits === undefined) continue;
      const changed = applyEdits(expression.embedded.text, edits);
      yield {
        title: action.title,
        edits: sourceEdits(request.document.text, source, changed),
        ...(action.isPreferred === true ? { isPreferred: true } : {}),
      };
    }
  },
};

/** The edits of an action in the expression; `undefined` when it does anything outside of it. */
function editsOf({ edit, command }: CodeAction, { mapping, embedded, toDocument }: ExpressionDocument) {
  const changes = edit?.changes?.[documentKey] ?? [];
  const edits: TextEdit[] = [];
  for (const { range, newText } of changes) {
    const where = toDocument({ start: mapping.index.offsetAt(range.start), end: mapping.index.offsetAt(range.end) });
    if (where === undefined) return undefined;
    const [start, end] = [embedded.toExpression(where.start), embedded.toExpression(where.end)];
    edits.push({ span: { start, end }, newText });
  }
  return edits.length === 0 || command !== undefined ? undefined : edits;
}
