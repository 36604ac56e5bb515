import { siblingAdvice } from '../../../core/expression/siblings';
import { span } from '../../../core/text/span';
import { ruleAt } from '../rewrite/mappedRules';
import { textIn, textsIn } from './fixData';
import type { Fix, FixRequest, QuickFix } from './quickFix';

/** The text that was probably meant: the nearest name, the canonical case, the expected URN. */
export const takeReplacement: QuickFix = {
  codes: [
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
  ],
  *fixes(request) {
    const { document, span: where, data, code } = request;
    const own = document.text.slice(where.start, where.end);
    if (code === 'expression.unknown-function' && siblingAdvice(own) !== undefined) return;
    if (code === 'mapping.complex-attribute') {
      yield* takeMember(request);
      return;
    }
    const only = textIn(data, 'replacement');
    const offered = only === undefined ? textsIn(data, 'replacements') : [only];
    for (const newText of offered) {
      const title = newText === '' ? `Remove ${own}` : `Change to ${newText}`;
      yield { title, edits: [{ span: where, newText }], isPreferred: offered.length === 1 && only !== undefined };
    }
  },
};

/** What stands before the name and its filter is kept: only the member is missing. */
function* takeMember({ document, span: where, data }: FixRequest): Generator<Fix> {
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
