import { parameterAt } from '../../../core/expression/checkCall';
import { findFunction } from '../../../core/expression/functions/table';
import type { Call, Expression } from '../../../core/expression/syntax';
import type { MappingDocument } from '../document/mappingDocument';
import type { ExpressionNode } from '../document/mappingNodes';
import type { Markdown } from '../../shared/markdown';
import { code, words, ours, paragraphs } from '../../shared/markdown';
import type { Description } from './description';
import { describeColumn } from './describeColumn';
import { describeFunction } from './describeFunction';
import { describeSteps } from './describeSteps';
import { describeValueWord } from './describeWord';

/** Describes a part of an expression: what it is, and its value for the current record. */
export function describeExpression(
  document: MappingDocument,
  at: ExpressionNode,
  offset: number,
): Description | undefined {
  const { node } = at;
  switch (node.kind) {
    case 'attribute': {
      const column = describeColumn(document, node.name, node.span);
      const role = describeRole(at);
      return column && role !== undefined ? { ...column, markdown: paragraphs(column.markdown, role) } : column;
    }
    case 'string':
    case 'integer':
      return described(node, describeRole(at));
    case 'word':
      return described(node, describeValueWord(node.name));
    case 'comparison':
      return described(node, describeSteps(document, at));
    case 'call': {
      const { nameSpan } = node;
      const isOnName = nameSpan.start <= offset && offset <= nameSpan.end;
      const entry = isOnName ? findFunction(node.name) : undefined;
      const steps = describeSteps(document, at);
      const markdown = entry === undefined ? steps : describeFunction(entry, steps);
      return markdown === undefined ? undefined : { markdown, span: isOnName ? nameSpan : node.span };
    }
  }
}

function described({ span }: Expression, markdown: Markdown | undefined): Description | undefined {
  return markdown === undefined ? undefined : { markdown, span };
}

/** The role of the value in the call that it is an argument of. */
function describeRole({ node, ancestors }: ExpressionNode): Markdown | undefined {
  const call = ancestors.at(-1);
  if (call?.kind !== 'call') return undefined;
  const entry = findFunction(call.name);
  if (entry === undefined) return undefined;
  const parameter = parameterAt(entry, slotOf(call, node), call.slots.length);
  return parameter && words`${code(parameter.name)} of ${code(entry.name)}: ${ours(parameter.documentation)}`;
}

function slotOf(call: Call, node: Expression): number {
  return call.slots.findIndex((slot) => slot.expression === node);
}
