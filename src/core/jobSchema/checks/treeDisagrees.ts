import { spanOf } from '../../json/jsonNode';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { JobCheck } from '../jobCheck';
import { eachAttribute } from '../jobCheck';
import { disagreement } from '../sourceTree';

const kind = problemKind({
  code: 'job.tree-disagrees',
  severity: 'warning',
  title: 'Expression and stored tree differ',
  explanation:
    'A source is stored twice: as an expression and as a tree of type, name and parameters. Here the two differ, and it is not documented which one applies.',
  remedy: 'Update the tree from the expression, or the expression from the tree.',
  authority: 'Entra',
  example: {
    wrong: '"source": { "type": "Attribute", "name": "title", "expression": "[locale]" }',
    right: '"source": { "type": "Attribute", "name": "locale", "expression": "[locale]" }',
  },
});

/** Reported at the expression. Data: `other`, the place in the tree that differs. */
export const treeDisagrees: JobCheck = {
  kinds: [kind],
  find: eachAttribute(function* ({ expression, source }) {
    const tree = expression?.parsed.expression;
    if (expression === undefined || tree === undefined || source === undefined) return;
    if (expression.parsed.problems.length > 0) return;
    const found = disagreement(tree, source);
    if (found === undefined) return;
    const { start, end } = expression.embedded.span;
    const message = `The stored tree of this expression differs: ${found.reason}.`;
    yield problemOf(kind, { start: start - 1, end: end + 1 }, message, { other: spanOf(found.node) });
  }),
};
