import { listWords } from '../../../core/examine/findingAt';
import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';
import { isSame } from '../rewrite/expressionAt';
import { ruleAt } from '../rewrite/mappedRules';
import { removeStatement } from '../rewrite/removeStatement';
import { textsIn } from '../../shared/fixes/fixData';
import type { MappingFixRequest, MappingQuickFix } from './mappingFix';

/** Problems for which removal is the only sensible fix. */
const PREFERRED = new Set(['mapping.attribute-without-effect', 'mapping.silence-without-effect']);

/** Removes a rule or setting that has no effect or is duplicated. */
export const removeWhat: MappingQuickFix = {
  codes: [
    'mapping.attribute-without-effect',
    'mapping.duplicate-path',
    'mapping.element-not-work',
    'mapping.overlapping-path',
    'mapping.duplicate-setting',
    'value.never-filled',
  ],
  *fixes(request) {
    const { document, code } = request;
    const found = code === 'mapping.duplicate-setting' ? settingAt(request) : ruleAt(document, request.span)?.rule.span;
    if (found === undefined) return;
    const what = code === 'mapping.duplicate-setting' ? 'setting' : 'rule';
    const edits = [removeStatement(document.text, document.loaded.parsed.tree, found)];
    yield {
      title: `Remove the ${what}${reasonOf(request)}`,
      edits,
      isStructural: true,
      isPreferred: PREFERRED.has(code),
    };
  },
};

/** An empty column has nothing to send; the title says so, which shows that the fix is safe. */
function reasonOf({ document, code, data }: MappingFixRequest): string {
  const profile = document.knowledge.extract?.profile;
  if (code !== 'value.never-filled' || data.areEmpty !== true || profile === undefined) return '';
  const columns = textsIn(data, 'columns');
  const what = listWords(columns.map((column) => `[${column}]`));
  return `: ${what} ${columns.length === 1 ? 'is' : 'are'} empty in all records`;
}

/** Removes a code that silences nothing, and the comment if it has no other content. */
export const removeSilence: MappingQuickFix = {
  codes: ['mapping.silence-without-effect', 'mapping.silence-unknown-code'],
  *fixes({ document: { text }, span: where, code }) {
    const order = /#[ \t]*ignore[ \t]+[^#\r\n]*$/.exec(text.slice(0, where.end))?.[0];
    const rest = /^[^\r\n]*/.exec(text.slice(where.end))?.[0] ?? '';
    const name = text.slice(where.start, where.end);
    if (order === undefined) return;
    const title = `Remove ${name} from the comment`;
    const isPreferred = PREFERRED.has(code);
    const isFirst = !order.includes(',');
    const following = /^[ \t]*,[ \t]*/.exec(rest)?.[0];
    if (following !== undefined) {
      yield { title, edits: [{ span: span(where.start, where.end + following.length), newText: '' }], isPreferred };
    } else if (!isFirst) {
      const before = /[ \t]*,[ \t]*$/.exec(text.slice(0, where.start))?.[0].length ?? 0;
      yield { title, edits: [{ span: span(where.start - before, where.end), newText: '' }], isPreferred };
    } else
      yield {
        title: 'Remove the comment',
        edits: [removal(text, where.end - order.length, where.end + rest.length)],
        isPreferred,
      };
  },
};

/** Includes the spaces before it, or the whole line if it is alone on it. */
function removal(text: string, start: number, end: number) {
  const blanks = /(?:^|[\r\n])?[ \t]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const isAlone = blanks.length === start || /^[\r\n]/.test(blanks);
  const from = start - blanks.replace(/^[\r\n]/, '').length;
  const lineBreak = isAlone ? (/^(?:\r\n|\n|\r)/.exec(text.slice(end))?.[0].length ?? 0) : 0;
  return { span: span(from, end + lineBreak), newText: '' };
}

function settingAt({ document, span: where }: MappingFixRequest): Span | undefined {
  for (const statement of document.loaded.parsed.tree.statements) {
    if (statement.kind !== 'source') continue;
    const setting = statement.settings.find(({ name }) => isSame(name.span, where));
    if (setting !== undefined) return setting.span;
  }
  return undefined;
}
