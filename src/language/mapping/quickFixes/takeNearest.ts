import { siblingAdvice } from '../../../core/expression/siblings';
import { span } from '../../../core/text/span';
import { textIn } from '../../shared/fixes/fixData';
import { takeReplacement } from '../../shared/fixes/takeReplacement';
import { ruleAt } from '../rewrite/mappedRules';
import type { MappingFix, MappingFixRequest } from './mappingFix';

/** Replaces a text with the probable one: the most similar name, the canonical case, the expected URN. */
export const takeNearest = takeReplacement<MappingFixRequest>({
  codes: [
    'mapping.syntax',
    'mapping.unknown-attribute',
    'mapping.complex-attribute',
    'mapping.filter',
    'mapping.attribute-case',
    'mapping.doubtful-schema',
    'mapping.unknown-column',
    'mapping.ambiguous-column',
    'mapping.unknown-source',
    'mapping.unknown-setting',
    'mapping.unknown-decorator',
    'mapping.silence-unknown-code',
    'mapping.silence-former-code',
    'expression.unknown-function',
    'value.status.opposite',
  ],
  textOf,
  instead: (request) => {
    if (request.code === 'mapping.complex-attribute') return takeMember(request);
    const isSibling = request.code === 'expression.unknown-function' && siblingAdvice(textOf(request)) !== undefined;
    return isSibling ? [] : undefined;
  },
});

function textOf({ document, span: { start, end } }: MappingFixRequest): string {
  return document.text.slice(start, end);
}

/** Keeps the text before the name and its filter: only the member is missing. */
function* takeMember({ document, span: where, data }: MappingFixRequest): Generator<MappingFix> {
  const member = textIn(data, 'replacement');
  if (member === undefined) return;
  const placed = ruleAt(document, where);
  const path = placed?.rule.path;
  const sub = member.slice(member.lastIndexOf('.') + 1);
  if (path?.filter !== undefined || (path?.names.length === 1 && path.names[0]?.text === '')) {
    yield {
      title: `Add .${sub}`,
      edits: [{ span: span(where.end, where.end), newText: `.${sub}` }],
      isPreferred: true,
    };
    return;
  }
  const name = path?.names.at(-1)?.span ?? where;
  yield { title: `Change to ${member}`, edits: [{ span: name, newText: member }], isPreferred: true };
}
