import { expressionOfTree, treeEdits } from '../sourceEdits';
import { setMember } from '../jsonEdits';
import type { JobQuickFix } from './jobFix';
import { mappingOf } from './jobFix';

/** Rewrites the tree to match the expression, or the expression to match the tree. */
export const renewTree: JobQuickFix = {
  codes: ['job.tree-disagrees'],
  *fixes(request) {
    const { expression, source } = mappingOf(request)?.attribute ?? {};
    if (expression === undefined || source === undefined) return;
    const { text } = request.document;
    const stored = expression.embedded.text;
    const edits = treeEdits(text, source, stored);
    if (edits.length > 0) yield { title: 'Update the tree from the expression', edits, isPreferred: true };
    const own = expressionOfTree(source, stored);
    if (own !== undefined)
      yield {
        title: `Update the expression from the tree: ${own}`,
        edits: [setMember(text, source.node, 'expression', own)],
      };
  },
};
