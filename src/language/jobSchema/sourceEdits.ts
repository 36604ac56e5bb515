import { fromGraphTree, toGraphTree } from '../../core/expression/graphTree';
import { parseExpression } from '../../core/expression/parser';
import { printExpression } from '../../core/expression/print';
import { saysSame } from '../../core/jobSchema/sourceTree';
import { disagreement } from '../../core/jobSchema/sourceTree';
import type { MappingSource } from '../../core/jobSchema/jobSchema';
import type { JsonNode } from '../../core/json/jsonNode';
import { elementsOf, membersOf } from '../../core/json/jsonNode';
import type { TextEdit } from '../../core/text/textEdit';
import { setMember } from './jsonEdits';

/**
 * The edits that set the expression of a source in both of its forms. The tree is rewritten only if it would differ and
 * the expression can be written as a tree.
 */
export function sourceEdits(text: string, source: MappingSource, expression: string): readonly TextEdit[] {
  return [setMember(text, source.node, 'expression', expression), ...treeEdits(text, source, expression)];
}

/**
 * The edits that bring the tree of a source in line with an expression; empty if it already matches or if the
 * expression cannot be written as a tree.
 */
export function treeEdits(text: string, source: MappingSource, written: string): readonly TextEdit[] {
  const { expression, problems } = parseExpression(written);
  if (expression === undefined || problems.length > 0 || disagreement(expression, source) === undefined) return [];
  const tree = toGraphTree(expression);
  if ('refusal' in tree) return [];
  const { type, name, parameters } = tree;
  return Object.entries({ type, name, parameters }).map(([member, value]) =>
    setMember(text, source.node, member, value),
  );
}

/** The expression that the tree of a source stands for, if it is unambiguous and differs from the stored one. */
export function expressionOfTree(source: MappingSource, stored: string): string | undefined {
  const reading = fromGraphTree(withoutTexts(source.node));
  if ('refusal' in reading) return undefined;
  const own = parseExpression(stored).expression;
  return own !== undefined && saysSame(own, reading.expression) ? undefined : printExpression(reading.expression);
}

/**
 * The JSON of a tree without the stored texts of its nodes. Recursion is safe because the JSON reader limits the depth
 * of a document.
 */
function withoutTexts(node: JsonNode): unknown {
  switch (node.type) {
    case 'object':
      return Object.fromEntries(
        membersOf(node).flatMap(({ name, value }) =>
          name === 'expression' || value === undefined ? [] : [[name, withoutTexts(value)] as const],
        ),
      );
    case 'array':
      return elementsOf(node).map(withoutTexts);
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'property':
      return node.value;
  }
}
