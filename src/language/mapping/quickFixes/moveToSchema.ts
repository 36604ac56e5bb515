import type { AttributePath } from '../../../core/scim/attributePath';
import { resolvePath } from '../../../core/mapping/model/resolveRules';
import { parsePath } from '../../../core/mapping/syntax/parsePath';
import { CORE_USER_URN } from '../../../core/scim/urns';
import { KNOWN_SCHEMAS } from '../../../core/scim/userSchema';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import { insertRule } from '../rewrite/insertRule';
import { ruleAt, ruleFor } from '../rewrite/mappedRules';
import { removeStatement } from '../rewrite/removeStatement';
import { linesWithComments } from '../rewrite/statementLines';
import type { MappingDocument } from '../document/mappingDocument';
import { textIn } from '../../shared/fixes/fixData';
import type { MappingFixRequest, MappingQuickFix } from './mappingFix';

/** Moves a rule to the block of the schema that its attribute belongs to. */
export const moveToSchema: MappingQuickFix = {
  codes: ['mapping.unknown-attribute', 'mapping.core-attribute-in-extension'],
  *fixes(request) {
    const { document, code } = request;
    const path = targetOf(request);
    const rule = ruleAt(document, request.span)?.rule;
    if (path === undefined || rule?.expression === undefined || ruleFor(document, path) !== undefined) return;
    const edits = moved(document, rule.span, path, document.text.slice(rule.expression.span.start, rule.span.end));
    if (edits === undefined) return;
    const schema = KNOWN_SCHEMAS.find(({ urn }) => urn === (path.urn ?? CORE_USER_URN))?.name ?? path.urn ?? '';
    const title = `Move the rule to ${schema}`;
    const isPreferred = code === 'mapping.unknown-attribute' && textIn(request.data, 'replacement') === undefined;
    yield { title, edits, isStructural: true, isPreferred };
  },
};

function targetOf({ document, data, span: where }: MappingFixRequest): AttributePath | undefined {
  const placed = ruleAt(document, where);
  const schema = textIn(data, 'schema');
  if (placed === undefined || placed.outer.length > 0) return undefined;
  const own = placed.rule.path;
  const meant =
    schema === undefined
      ? withTail(textIn(data, 'path'), own.text)
      : `${schema}:${own.urn === undefined ? own.text : own.text.slice(own.urn.text.length + 1)}`;
  if (meant === undefined) return undefined;
  return resolvePath([parsePath(meant, span(0, meant.length)).path], undefined).target?.path;
}

/** The path of the known attribute, followed by the members of the rule's path. */
function withTail(path: string | undefined, own: string): string | undefined {
  return path === undefined ? undefined : path + (/(?:\[.*\])?\..*$/.exec(own.replace(/^urn:.*:/i, ''))?.[0] ?? '');
}

function moved(
  { text, loaded, ...rest }: MappingDocument,
  from: { readonly start: number; readonly end: number },
  path: AttributePath,
  right: string,
): readonly TextEdit[] | undefined {
  if (linesWithComments(text, from) === undefined) return undefined;
  return [removeStatement(text, loaded.parsed.tree, from), insertRule({ text, loaded, ...rest }, path, right)];
}
