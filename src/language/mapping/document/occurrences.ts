import type { Span } from '../../../core/text/span';
import { attributeKey, namedAttribute } from './attributeNames';
import type { MappingDocument } from './mappingDocument';
import type { MappingNode } from './mappingNodes';
import { mappingNodes } from './mappingNodes';
import { nodesAt } from './nodeAt';

/**
 * A column, a function, or an attribute of an element, as named at one place; `key` is the same at all of its places.
 */
export interface Subject {
  readonly kind: 'column' | 'function' | 'attribute';
  readonly key: string;
  /** The place of the name. */
  readonly span: Span;
  /** Whether this place assigns a value to it. */
  readonly isWritten: boolean;
}

/** The subject that is named at a cursor. */
export function subjectAt(document: MappingDocument, offset: number): Subject | undefined {
  for (const node of nodesAt(document, offset)) {
    const subject = subjectOf(node);
    // The parentheses of a call are not part of its name
    if (subject !== undefined && subject.span.start <= offset && offset <= subject.span.end) return subject;
  }
  return undefined;
}

/** All places of the mapping that name the same subject, in the order of the text. */
export function occurrencesOf(document: MappingDocument, { kind, key }: Subject): readonly Subject[] {
  const found: Subject[] = [];
  for (const node of mappingNodes(document.loaded.parsed.tree)) {
    const subject = subjectOf(node);
    if (subject?.kind === kind && subject.key === key) found.push(subject);
  }
  return found;
}

function subjectOf(node: MappingNode): Subject | undefined {
  switch (node.kind) {
    case 'settingValue':
      return node.literal.kind === 'column' ? column(node.literal.text, node.span) : undefined;
    case 'attribute': {
      const named = namedAttribute(node);
      const { owner, path } = node.place;
      const isWritten = owner.kind === 'rule' && node.index === path.names.length - 1;
      return named && { kind: 'attribute', key: attributeKey(named), span: node.span, isWritten };
    }
    case 'expression': {
      const { node: expression } = node;
      if (expression.kind === 'attribute') return column(expression.name, expression.span);
      if (expression.kind !== 'call') return undefined;
      return { kind: 'function', key: expression.name, span: expression.nameSpan, isWritten: false };
    }
    default:
      return undefined;
  }
}

function column(name: string, span: Span): Subject | undefined {
  return name === '' ? undefined : { kind: 'column', key: name, span, isWritten: false };
}
