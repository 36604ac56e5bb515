import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import { findFunction } from '../../core/expression/functions/table';
import type { Comparison, Expression } from '../../core/expression/syntax';
import type { Literal } from '../../core/mapping/syntax/syntax';
import type { Span } from '../../core/text/span';
import { span } from '../../core/text/span';
import { namedAttribute } from './document/attributeNames';
import type { MappingDocument } from './document/mappingDocument';
import type { AttributeNode, MappingNode } from './document/mappingNodes';
import { mappingNodes } from './document/mappingNodes';
import { VALUE_WORD_MEANINGS } from './document/mappingWords';
import type { TokenModifier, TokenType } from './semanticTokensLegend';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from './semanticTokensLegend';

interface MappingToken {
  readonly type: TokenType;
  readonly span: Span;
  readonly modifier?: TokenModifier | undefined;
}

/** The tokens of the mapping, or of the statements that touch a range, as the protocol encodes them. */
export function semanticTokens(document: MappingDocument, range?: Range): SemanticTokens {
  const start = range === undefined ? 0 : document.index.offsetAt(range.start);
  const end = range === undefined ? document.text.length : document.index.offsetAt(range.end);
  const columns = document.knowledge.columns && new Set(document.knowledge.columns);
  const tokens: MappingToken[] = [];
  for (const node of mappingNodes(document.loaded.parsed.tree, (where) => where.start <= end && start <= where.end))
    for (const token of tokensOf(document.text, node, columns)) tokens.push(token);
  return {
    data: encode(
      document,
      tokens.sort((a, b) => a.span.start - b.span.start),
    ),
  };
}

function tokensOf(text: string, node: MappingNode, columns: ReadonlySet<string> | undefined): readonly MappingToken[] {
  const where = node.span;
  switch (node.kind) {
    case 'keyword':
      return [{ type: 'keyword', span: where }];
    case 'sourceKind':
      return [{ type: 'type', span: where }];
    case 'setting':
      return [{ type: 'property', span: where }];
    case 'settingValue':
    case 'decoratorValue':
      return [literalToken(node.literal, columns)];
    case 'urn':
      return [{ type: 'namespace', span: where }];
    case 'attribute':
      return [attributeToken(node)];
    case 'filter':
      return [...filterTokens(text, where)];
    case 'decorator':
      return [{ type: 'decorator', span: span(where.start, node.decorator.name.span.end) }];
    case 'expression': {
      const token = expressionToken(text, node.node, columns);
      return token === undefined ? [] : [token];
    }
  }
}

function attributeToken(node: AttributeNode): MappingToken {
  const named = namedAttribute(node);
  const isUnknown = named?.isOfKnownSchema === true && named.definition === undefined;
  const modifier = named?.definition?.readOnly === true ? 'readonly' : isUnknown ? 'unknown' : undefined;
  return { type: 'property', span: node.span, modifier };
}

function expressionToken(
  text: string,
  node: Expression,
  columns: ReadonlySet<string> | undefined,
): MappingToken | undefined {
  switch (node.kind) {
    case 'attribute':
      return columnToken(node.name, node.span, columns);
    case 'string':
      return { type: 'string', span: node.span };
    case 'integer':
      return { type: 'number', span: node.span };
    case 'word':
      return {
        type: 'enumMember',
        span: node.span,
        modifier: Object.hasOwn(VALUE_WORD_MEANINGS, node.name) ? undefined : 'unknown',
      };
    case 'call':
      return {
        type: 'function',
        span: node.nameSpan,
        modifier: findFunction(node.name) === undefined ? 'unknown' : undefined,
      };
    case 'comparison':
      return operatorToken(text, node);
  }
}

function columnToken(name: string, where: Span, columns: ReadonlySet<string> | undefined): MappingToken {
  return { type: 'column', span: where, modifier: columns?.has(name) === false ? 'unknown' : undefined };
}

function literalToken({ kind, text, span: where }: Literal, columns: ReadonlySet<string> | undefined): MappingToken {
  switch (kind) {
    case 'string':
      return { type: 'string', span: where };
    case 'integer':
      return { type: 'number', span: where };
    case 'word':
      return { type: 'enumMember', span: where };
    case 'column':
      return columnToken(text, where, columns);
  }
}

/** The operator follows the left side, possibly after spaces and comments. */
function operatorToken(text: string, { operator, left }: Comparison): MappingToken | undefined {
  const pattern = /(?:\s|#[^\r\n]*)*/y;
  pattern.lastIndex = left.span.end;
  const start = left.span.end + (pattern.exec(text)?.[0].length ?? 0);
  return text.startsWith(operator, start)
    ? { type: 'operator', span: span(start, start + operator.length) }
    : undefined;
}

/** `[type eq "work" and primary eq true]` */
function* filterTokens(text: string, { start, end }: Span): Generator<MappingToken> {
  for (const match of text.slice(start, end).matchAll(/"(?:[^"\\]|\\.)*"?|[A-Za-z][\w-]*|-?\d+/g)) {
    const [word] = match;
    const where = span(start + match.index, start + match.index + word.length);
    if (word.startsWith('"')) yield { type: 'string', span: where };
    else if (/^[-\d]/.test(word)) yield { type: 'number', span: where };
    else if (/^(eq|and)$/i.test(word)) yield { type: 'operator', span: where };
    else yield { type: /^(true|false)$/i.test(word) ? 'enumMember' : 'property', span: where };
  }
}

/**
 * Encodes each token as five numbers, with lines and characters relative to the previous token. A token ends on its
 * line.
 */
function encode({ index, text }: MappingDocument, tokens: readonly MappingToken[]): number[] {
  const data: number[] = [];
  let last = { line: 0, character: 0 };
  let encodedTo = 0;
  for (const { type, modifier, span: whole } of tokens) {
    for (const part of linesOf(text, whole)) {
      if (part.start < encodedTo || part.start === part.end) continue;
      const { line, character } = index.positionAt(part.start);
      data.push(
        line - last.line,
        line === last.line ? character - last.character : character,
        part.end - part.start,
        TOKEN_TYPES.indexOf(type),
        modifier === undefined ? 0 : 1 << TOKEN_MODIFIERS.indexOf(modifier),
      );
      last = { line, character };
      encodedTo = part.end;
    }
  }
  return data;
}

function* linesOf(text: string, { start, end }: Span): Generator<Span> {
  let from = start;
  for (const match of text.slice(start, end).matchAll(/\r\n|\r|\n/g)) {
    yield span(from, start + match.index);
    from = start + match.index + match[0].length;
  }
  yield span(from, end);
}
