import type { Hover } from 'vscode-languageserver-types';
import type { MappingDocument } from '../document/mappingDocument';
import { markup } from '../../shared/markdown';
import { rangeOf } from '../document/mappingDocument';
import type { MappingNode } from '../document/mappingNodes';
import { nodesAt } from '../document/nodeAt';
import type { Description } from './description';
import { describeAttribute } from './describeAttribute';
import { describeColumn } from './describeColumn';
import { describeExpression } from './describeExpression';
import { describeFilter, describeUrn } from './describePath';
import { describeDecorator, describeKeyword, describeSetting, describeSourceKind } from './describeWord';

/** Information about the item under the cursor, as Markdown; texts from the user's files never become links. */
export function hoverMapping(document: MappingDocument, offset: number): Hover | undefined {
  for (const node of nodesAt(document, offset)) {
    const description = describe(document, node, offset);
    if (description !== undefined)
      return {
        contents: markup(description.markdown),
        range: rangeOf(document, description.span),
      };
  }
  return undefined;
}

function describe(document: MappingDocument, node: MappingNode, offset: number): Description | undefined {
  switch (node.kind) {
    case 'keyword':
      return describeKeyword(node.statement);
    case 'sourceKind':
      return describeSourceKind(node.span);
    case 'setting':
      return describeSetting(node.setting);
    case 'settingValue':
      return node.literal.kind === 'column' ? describeColumn(document, node.literal.text, node.span) : undefined;
    case 'urn':
      return describeUrn(node.urn);
    case 'attribute':
      return describeAttribute(document, node);
    case 'filter':
      return describeFilter(node.span);
    case 'decorator':
    case 'decoratorValue':
      return describeDecorator(node.decorator, node.span);
    case 'expression':
      return describeExpression(document, node, offset);
  }
}
