import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Group, Rule, Setting, Statement } from '../../core/mapping/syntax/syntax';
import type { Span } from '../../core/text/span';
import type { MappingDocument } from './document/mappingDocument';
import { rangeOf } from './document/mappingDocument';

/** Protocol numbers of LSP's SymbolKind. */
const KINDS = {
  source: 2,
  setting: 20,
  where: 25,
  schema: 3,
  group: 19,
  rule: 7,
} as const satisfies Record<string, SymbolKind>;

/** The maximum length of a detail. */
const DETAIL = 80;

/** The outline: source, conditions, groups, schema blocks and rules, nested as in the text. */
export function documentSymbols(document: MappingDocument): DocumentSymbol[] {
  return document.loaded.parsed.tree.statements.map((statement) => ofStatement(document, statement));
}

function ofStatement(document: MappingDocument, statement: Statement): DocumentSymbol {
  switch (statement.kind) {
    case 'source':
      return symbol(document, statement.kind, statement.sourceKind?.text ?? '', statement.span, {
        name: 'source',
        at: statement.keyword,
        children: statement.settings.map((setting) => ofSetting(document, setting)),
      });
    case 'where':
      return symbol(document, statement.kind, textOf(document, statement.condition?.span), statement.span, {
        name: 'where',
        at: statement.keyword,
      });
    case 'schema':
      return symbol(document, statement.kind, '', statement.span, {
        name: statement.urn.text === '' ? 'schema' : statement.urn.text,
        at: statement.urn.text === '' ? statement.keyword : statement.urn.span,
        children: statement.body.map((member) => ofMember(document, member)),
      });
    case 'group':
    case 'rule':
      return ofMember(document, statement);
  }
}

function ofMember(document: MappingDocument, member: Group | Rule): DocumentSymbol {
  const { path } = member;
  const own = { name: path.text, at: path.span };
  return member.kind === 'rule'
    ? symbol(document, 'rule', textOf(document, member.expression?.span), member.span, own)
    : symbol(document, 'group', '', member.span, {
        ...own,
        children: member.body.map((inner) => ofMember(document, inner)),
      });
}

function ofSetting(document: MappingDocument, { name, values, span }: Setting): DocumentSymbol {
  const [first, last] = [values[0], values.at(-1)];
  const detail = first && last && textOf(document, { start: first.span.start, end: last.span.end });
  return symbol(document, 'setting', detail ?? '', span, { name: name.text, at: name.span });
}

function symbol(
  document: MappingDocument,
  kind: keyof typeof KINDS,
  detail: string,
  span: Span,
  { name, at, children }: { readonly name: string; readonly at: Span; readonly children?: DocumentSymbol[] },
): DocumentSymbol {
  return {
    name,
    ...(detail === '' ? {} : { detail }),
    kind: KINDS[kind],
    range: rangeOf(document, span),
    selectionRange: rangeOf(document, at),
    ...(children === undefined ? {} : { children }),
  };
}

/** A part of the text, on one line. */
function textOf({ text }: MappingDocument, span: Span | undefined): string {
  const line = text.slice(span?.start ?? 0, span?.end ?? 0).replace(/\s+/g, ' ');
  return line.length > DETAIL ? `${line.slice(0, DETAIL)}…` : line;
}
