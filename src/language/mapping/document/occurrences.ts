import type { Span } from '../../../core/text/span';
import { attributeKey, namedAttribute } from './attributeNames';
import type { MappingDocument } from './mappingDocument';
import type { MappingNode } from './mappingNodes';
import { mappingNodes } from './mappingNodes';
import { nodesAt } from './nodeAt';

/** A column, a function, or an attribute of an element; `key` is the same wherever it is named. */
export interface Subject {
  readonly kind: 'column' | 'function' | 'attribute';
  readonly key: string;
  /** Where it is named. */
  readonly span: Span;
  /** It is given a value there. */
  readonly isWritten: boolean;
}

/** What is named at a cursor. */
export function subjectAt(document: MappingDocument, offset: number): Subject | undefined {
  for (const node of nodesAt(document, offset)) {
    const subject = subjectOf(node);
    // The parentheses of a call do not name anything
    if (subject !== undefined && subject.span.start <= offset && offset <= subject.span.end) return subject;
  }
  return undefined;
}

/** Every place of the mapping that names the same thing, in the order of the text. */
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
