import { printString } from '../../../core/expression/print';
import type { Expression } from '../../../core/expression/syntax';
import { customSchemas } from '../../../core/mapping/model/customSchemas';
import { guessDateFormats } from '../../../core/profile/dateFormats';
import { OWN_SCHEMA_URN } from '../../../core/scim/ownAttribute';
import { isObject, textIn } from '../../shared/fixes/fixData';
import type { MappingDocument } from '../document/mappingDocument';
import { insertRule } from '../rewrite/insertRule';
import { ruleAt, ruleFor } from '../rewrite/mappedRules';
import { removeStatement } from '../rewrite/removeStatement';
import { linesWithComments } from '../rewrite/statementLines';
import type { MappingQuickFix } from './mappingFix';

/** SCIM's format for a date and time in UTC (RFC 7643, section 2.3.5). */
const MOMENT = 'yyyy-MM-ddTHH:mm:ssZ';

/**
 * Moves an attribute that is in no standard schema to a custom schema: one that the mapping already has, or a new one
 * with a placeholder name.
 */
export const moveToOwnSchema: MappingQuickFix = {
  codes: ['mapping.unknown-attribute'],
  *fixes({ document, data, span: where }) {
    const own = isObject(data.own) ? data.own : {};
    const name = textIn(own, 'name');
    const placed = ruleAt(document, where);
    const expression = placed?.rule.expression;
    if (name === undefined || placed === undefined || expression === undefined) return;
    const { rule, outer } = placed;
    const [known] = customSchemas(document.loaded.model);
    const path = { urn: known?.urn ?? OWN_SCHEMA_URN, attribute: name };
    const hasMembers = outer.length > 0 || rule.path.names.length > 1 || rule.path.filter !== undefined;
    if (hasMembers || ruleFor(document, path) !== undefined) return;
    if (linesWithComments(document.text, rule.span) === undefined) return;
    const isMoment = textIn(own, 'type') === 'DateTime';
    const value = isMoment ? momentOf(document, expression) : sourceOf(document, expression);
    const decorators = document.text.slice(expression.span.end, rule.span.end);
    const type = isMoment && !decorators.includes('@type') ? '  @type(DateTime)' : '';
    yield {
      title: `Move to a custom schema: ${known?.name ?? 'contoso'}, ${name}`,
      edits: [
        removeStatement(document.text, document.loaded.parsed.tree, rule.span),
        insertRule(document, path, value + type + decorators),
      ],
      isStructural: true,
      isPreferred: isMoment,
    };
  },
};

function sourceOf({ text }: MappingDocument, { span: { start, end } }: Expression): string {
  return text.slice(start, end);
}

/** Formats a column of dates as a date and time if its values are unambiguous. */
function momentOf(document: MappingDocument, expression: Expression): string {
  const written = sourceOf(document, expression);
  if (expression.kind !== 'attribute') return written;
  const profile = document.knowledge.extract?.profile?.columns.find(({ column }) => column === expression.name);
  const [best] = guessDateFormats((profile?.values ?? []).map(({ value }) => value.trim()));
  if (best === undefined || best.orElse !== undefined) return written;
  return `FormatDateTime(${written}, , ${printString(best.format)}, "${MOMENT}")`;
}
