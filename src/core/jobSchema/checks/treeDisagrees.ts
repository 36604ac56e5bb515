import { spanOf } from '../../json/jsonNode';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { JobCheck } from '../jobCheck';
import { eachAttribute } from '../jobCheck';
import { disagreement } from '../sourceTree';

const kind = problemKind({
  code: 'job.tree-disagrees',
  severity: 'warning',
  title: 'Expression and stored tree disagree',
  explanation:
    'A source is stored twice: as an expression and as a tree of type, name and parameters. Here the two say different things, and it is not documented which one counts.',
  remedy: 'Renew the tree from the expression, or the expression from the tree.',
  authority: 'Entra',
  example: {
    wrong: '"source": { "type": "Attribute", "name": "title", "expression": "[locale]" }',
    right: '"source": { "type": "Attribute", "name": "locale", "expression": "[locale]" }',
  },
});

/** Said of the expression. Data: `other`, the place of the tree that says something else. */
export const treeDisagrees: JobCheck = {
  kinds: [kind],
  find: eachAttribute(function* ({ expression, source }) {
    const tree = expression?.parsed.expression;
    if (expression === undefined || tree === undefined || source === undefined) return;
    if (expression.parsed.problems.length > 0) return;
    const found = disagreement(tree, source);
    if (found === undefined) return;
    const { start, end } = expression.embedded.span;
    const message = `The tree beside this expression says something else: ${found.reason}.`;
    yield problemOf(kind, { start: start - 1, end: end + 1 }, message, { other: spanOf(found.node) });
  }),
};
