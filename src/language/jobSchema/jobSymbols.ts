import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type {
  AttributeMapping,
  DirectoryDefinition,
  ObjectMapping,
  SynchronizationRule,
} from '../../core/jobSchema/jobSchema';
import type { JsonNode } from '../../core/json/jsonNode';
import { spanOf } from '../../core/json/jsonNode';
import type { Span } from '../../core/text/span';
import { jobAttributeFacts } from './describeJobAttribute';
import type { JobDocument } from './jobDocument';
import { rangeIn } from './jobDocument';

/** Protocol numbers of LSP's SymbolKind. */
const KINDS = {
  rule: 2,
  mapping: 12,
  attributeMapping: 7,
  directory: 4,
  object: 5,
  attribute: 8,
} as const satisfies Record<string, SymbolKind>;

/** The maximum length of a detail. */
const DETAIL = 80;

/** The outline: rules with their mappings, then directories with their objects, nested as in the text. */
export function jobSymbols(document: JobDocument): DocumentSymbol[] {
  const { rules, directories } = document.loaded.schema;
  return [
    ...rules.map((rule, index) => ofRule(document, rule, index)),
    ...directories.map((directory, index) => ofDirectory(document, directory, index)),
  ].sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

function ofRule(document: JobDocument, rule: SynchronizationRule, index: number): DocumentSymbol {
  const way = [rule.sourceDirectoryName?.text, rule.targetDirectoryName?.text].map((name) => name ?? '?').join(' → ');
  const children = rule.objectMappings.map((mapping, place) => ofMapping(document, mapping, place));
  return symbol(document, 'rule', rule, `Rule ${index + 1}`, way, children);
}

function ofMapping(document: JobDocument, mapping: ObjectMapping, index: number): DocumentSymbol {
  const way = [mapping.sourceObjectName?.text, mapping.targetObjectName?.text].map((name) => name ?? '?').join(' → ');
  const children = mapping.attributeMappings.map((attribute, place) =>
    symbol(
      document,
      'attributeMapping',
      { name: attribute.target, node: attribute.node },
      `Attribute mapping ${place + 1}`,
      detailOf(attribute),
    ),
  );
  return symbol(
    document,
    'mapping',
    mapping,
    `Mapping ${index + 1}`,
    mapping.isEnabled ? way : `off, ${way}`,
    children,
  );
}

function detailOf({ expression, source, defaultValue, matchingPriority }: AttributeMapping): string {
  const number = matchingPriority?.value ?? 0;
  const value = expression?.embedded.text ?? source?.name?.text ?? defaultValue?.text ?? '';
  return `${number > 0 ? `matching ${number}: ` : ''}${value}`;
}

function ofDirectory(document: JobDocument, directory: DirectoryDefinition, index: number): DocumentSymbol {
  const children = directory.objects.map((object, place) =>
    symbol(
      document,
      'object',
      object,
      `Object ${place + 1}`,
      '',
      object.attributes.map((attribute, at) =>
        symbol(document, 'attribute', attribute, `Attribute ${at + 1}`, jobAttributeFacts(attribute).join(', ')),
      ),
    ),
  );
  return symbol(document, 'directory', directory, `Directory ${index + 1}`, '', children);
}

function symbol(
  document: JobDocument,
  kind: keyof typeof KINDS,
  {
    name,
    node,
  }: { readonly name: { readonly text: string; readonly span: Span } | undefined; readonly node: JsonNode },
  otherwise: string,
  detail: string,
  children?: DocumentSymbol[],
): DocumentSymbol {
  const line = detail.replace(/\s+/g, ' ');
  const isNamed = name !== undefined && name.text.trim() !== '';
  return {
    name: isNamed ? name.text : otherwise,
    ...(line === '' ? {} : { detail: line.length > DETAIL ? `${line.slice(0, DETAIL)}…` : line }),
    kind: KINDS[kind],
    range: rangeIn(document, spanOf(node)),
    selectionRange: rangeIn(document, isNamed ? name.span : { start: node.offset, end: node.offset + 1 }),
    ...(children === undefined ? {} : { children }),
  };
}
