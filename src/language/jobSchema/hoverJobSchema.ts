import type { Hover } from 'vscode-languageserver-types';
import { findFunction } from '../../core/expression/functions/table';
import { findOperator } from '../../core/jobSchema/filterOperators';
import { attributeOf } from '../../core/jobSchema/resolveMappings';
import type { ObjectDefinition } from '../../core/jobSchema/jobSchema';
import { memberNode, stringOf } from '../../core/json/jsonNode';
import type { Span } from '../../core/text/span';
import { describeFunction } from '../mapping/hover/describeFunction';
import { hoverMapping } from '../mapping/hover/hoverMapping';
import type { Markdown } from '../shared/markdown';
import { code, markup, words, ours, paragraphs } from '../shared/markdown';
import { nodesAt } from '../mapping/document/nodeAt';
import { describeJobAttribute } from './describeJobAttribute';
import type { ExpressionDocument } from './expressionDocument';
import { expressionAt, isInExpression } from './expressionDocument';
import type { JobDocument } from './jobDocument';
import { rangeIn } from './jobDocument';
import type { JobPlace } from './jobPlace';
import { mappingAt, placeAt } from './jobPlace';

/** Information about the item under the cursor, as Markdown without commands or links. */
export function hoverJobSchema(document: JobDocument, offset: number): Hover | undefined {
  const place = placeAt(document, offset);
  if (place === undefined) return undefined;
  const expression = expressionAt(document, place);
  if (expression !== undefined) {
    const own = inExpression(document, place, expression, offset);
    if (own !== undefined) return own;
  }
  const markdown = describe(document, place);
  return markdown === undefined ? undefined : hover(document, markdown, place.span);
}

function hover(document: JobDocument, value: Markdown, where: Span): Hover {
  return { contents: markup(value), range: rangeIn(document, where) };
}

function inExpression(
  document: JobDocument,
  place: JobPlace,
  expression: ExpressionDocument,
  offset: number,
): Hover | undefined {
  const at = expression.toMapping(offset);
  if (!isInExpression(expression, at)) return undefined;
  const { mapping, toDocument } = expression;
  const column = nodesAt(mapping, at).find((node) => node.kind === 'expression' && node.node.kind === 'attribute');
  if (column?.kind === 'expression' && column.node.kind === 'attribute') {
    const where = toDocument(column.node.span);
    const markdown = describeAttribute(mappingAt(document, place)?.source, column.node.name);
    return where === undefined || markdown === undefined ? undefined : hover(document, markdown, where);
  }
  const found = hoverMapping(mapping, at);
  if (found?.range === undefined) return undefined;
  const { start, end } = found.range;
  const where = toDocument({ start: mapping.index.offsetAt(start), end: mapping.index.offsetAt(end) });
  return where === undefined ? undefined : { ...found, range: rangeIn(document, where) };
}

function describeAttribute(object: ObjectDefinition | undefined, name: string | undefined): Markdown | undefined {
  if (object === undefined || name === undefined) return undefined;
  const attribute = attributeOf(object, name);
  return attribute === undefined
    ? words`${code(object.name?.text ?? '', 100)} does not have an attribute ${code(name, 200)}.`
    : describeJobAttribute(attribute, object);
}

/** Describes what a name refers to, then what the member means. */
function describe(document: JobDocument, place: JobPlace): Markdown | undefined {
  const { member, documentation } = place;
  const meaning = documentation === undefined ? undefined : words`${code(member)}: ${ours(documentation)}`;
  if (place.kind !== 'value') return meaning;
  const text = paragraphs(describeValue(document, place), meaning);
  return text === '' ? undefined : text;
}

function describeValue(document: JobDocument, place: JobPlace): Markdown | undefined {
  const text = stringOf(place.node);
  const around = mappingAt(document, place);
  switch (`${place.owner}.${place.member}`) {
    case 'attributeMapping.targetAttributeName':
      return describeAttribute(around?.target, text);
    case 'filterClause.sourceOperandName':
      return describeAttribute(around?.source, text);
    case 'filterClause.operatorName': {
      const operator = findOperator(text ?? '');
      return operator === undefined ? undefined : words`**${code(operator.name)}** ${ours(operator.documentation)}`;
    }
    case 'attributeMappingSource.name': {
      const type = stringOf(memberNode(place.objects.at(-1), 'type')) ?? 'Attribute';
      const entry = type === 'Function' ? findFunction(text ?? '') : undefined;
      return type === 'Attribute' ? describeAttribute(around?.source, text) : entry && describeFunction(entry);
    }
    default:
      return undefined;
  }
}
