import { attributeNames, attributeOf } from '../../../core/jobSchema/resolveMappings';
import type { TextEdit } from '../../../core/text/textEdit';
import { applyEdits } from '../../../core/text/textEdit';
import { diagnoseMapping } from '../../mapping/diagnoseMapping';
import { mappingFixes } from '../../mapping/quickFixes/mappingFixes';
import { inOrder } from '../../shared/documentEdit';
import { problemToFix } from '../../shared/fixes/fixActions';
import { fixesFor } from '../../shared/fixes/fixesFor';
import type { ProblemToFix } from '../../shared/fixes/quickFix';
import type { ExpressionDocument } from '../expressionDocument';
import { expressionDocument } from '../expressionDocument';
import { sourceEdits } from '../sourceEdits';
import type { JobQuickFix } from './jobFix';
import { mappingOf } from './jobFix';

/** Offers the mapping editor's fix for the same problem in a rule and keeps the stored tree in sync. */
export const inExpression: JobQuickFix = {
  codes: 'every',
  *fixes(request) {
    if (!request.code.startsWith('expression.')) return;
    const { around, attribute } = mappingOf(request) ?? {};
    const { expression, source } = attribute ?? {};
    if (around === undefined || expression === undefined || source === undefined) return;
    const columns = around.source?.isListed === true ? attributeNames(around.source) : undefined;
    const isBoolean = attributeOf(around.target, attribute?.target?.text)?.type === 'Boolean';
    const asMapping = expressionDocument(expression.embedded, columns, isBoolean);
    const fixes = sameProblems(asMapping, request).flatMap((one) => fixesFor(mappingFixes(asMapping.mapping), one));
    for (const { fix, edits, isPreferred } of fixes) {
      const own = fix.command === undefined ? editsIn(asMapping, edits() ?? []) : undefined;
      if (own === undefined) continue;
      const changed = applyEdits(expression.embedded.text, own);
      yield { title: fix.title, edits: sourceEdits(request.document.text, source, changed), isPreferred };
    }
  },
};

/** The problems that the mapping editor finds at the same place. */
function sameProblems({ mapping, toMapping }: ExpressionDocument, { code, span }: ProblemToFix) {
  const [start, end] = [toMapping(span.start), toMapping(span.end)];
  return diagnoseMapping(mapping).flatMap((diagnostic) => {
    const problem = problemToFix(mapping.index, diagnostic);
    return problem?.code === code && problem.span.start === start && problem.span.end === end ? [problem] : [];
  });
}

/** Converts edits of the rule into edits of the expression; `undefined` if there are none or if one lies outside it. */
function editsIn(
  { embedded, toDocument }: ExpressionDocument,
  edits: readonly TextEdit[],
): readonly TextEdit[] | undefined {
  const own: TextEdit[] = [];
  for (const { span, newText } of inOrder(edits)) {
    const where = toDocument(span);
    if (where === undefined) return undefined;
    const [start, end] = [embedded.toExpression(where.start), embedded.toExpression(where.end)];
    own.push({ span: { start, end }, newText });
  }
  return own.length === 0 ? undefined : own;
}
