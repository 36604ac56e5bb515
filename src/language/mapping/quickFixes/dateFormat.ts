import { printString } from '../../../core/expression/print';
import type { Call, Expression } from '../../../core/expression/syntax';
import { walk } from '../../../core/expression/syntax';
import { guessDateFormats } from '../../../core/profile/dateFormats';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { MappingDocument } from '../document/mappingDocument';
import { expressionAround, sourceText, wrap } from '../rewrite/expressionAt';
import { textsIn } from '../../shared/fixes/fixData';
import type { MappingQuickFix } from './mappingFix';

const MOST = 3;
/** How SCIM writes a moment (RFC 7643, section 2.3.5), in UTC. */
const OUTPUT = 'yyyy-MM-ddTHH:mm:ssZ';
/** How a date of CDate, DateAdd or Now is written. */
const AS_WRITTEN = 'M/d/yyyy h:mm:ss tt';

/** The input format becomes one that reads what the extract really holds. */
export const dateFormat: MappingQuickFix = {
  codes: ['value.date.invalid'],
  *fixes({ document, data, span: where }) {
    const rule = expressionAround(document, where);
    const unread = textsIn(data, 'values');
    if (rule === undefined || unread.length === 0) return;
    const all = [...new Set([...unread, ...valuesOf(document, textsIn(data, 'columns'))])];
    const reading = guessDateFormats(all).filter(({ reads }) => reads === all.length);
    const guesses =
      reading.length > 0 ? reading : guessDateFormats(unread).filter(({ reads }) => reads === unread.length);
    for (const { format, orElse } of guesses.slice(0, MOST)) {
      const edits = withFormat(document, rule, format);
      if (edits === undefined) continue;
      const doubt =
        reading.length === 0 ? ' (other values have another format)' : orElse === undefined ? '' : ` (or ${orElse}?)`;
      const isPreferred = reading.length === 1 && orElse === undefined;
      yield { title: `Read dates as ${printString(format)}${doubt}`, edits, isPreferred };
    }
  },
};

/** What the only column of a rule holds. */
function valuesOf({ knowledge }: MappingDocument, [column, ...others]: readonly string[]): readonly string[] {
  const profile = knowledge.extract?.profile?.columns.find((own) => own.column === column);
  return others.length > 0 ? [] : (profile?.values ?? []).map(({ value }) => value);
}

function withFormat(document: MappingDocument, rule: Expression, format: string): readonly TextEdit[] | undefined {
  const calls = formattings(rule);
  const [call] = calls;
  if (call === undefined && rule.kind === 'attribute')
    return [
      {
        span: rule.span,
        newText: `FormatDateTime(${sourceText(document, rule)}, , ${printString(format)}, "${OUTPUT}")`,
      },
    ];
  const input = call?.slots.at(-2)?.expression;
  return calls.length === 1 && input?.kind === 'string'
    ? [{ span: input.span, newText: printString(format) }]
    : undefined;
}

function formattings(rule: Expression): readonly Call[] {
  return [...walk(rule)].filter(
    (node): node is Call => node.kind === 'call' && node.name === 'FormatDateTime' && node.slots.length >= 3,
  );
}

/** The output format says that the moment is meant in UTC. */
export const dateZone: MappingQuickFix = {
  codes: ['value.date.without-zone'],
  *fixes({ document, span: where }) {
    const rule = expressionAround(document, where);
    const [call, ...others] = rule === undefined ? [] : formattings(rule);
    const output = call?.slots.at(-1)?.expression;
    if (output?.kind !== 'string' || others.length > 0) return;
    const at = output.span.end - 1;
    yield { title: 'End with Z, for UTC', edits: [{ span: span(at, at), newText: 'Z' }] };
  },
};

/** A date is written as SCIM writes it. */
export const writeDate: MappingQuickFix = {
  codes: ['mapping.wrong-type'],
  *fixes({ document, data, span: where }) {
    if (data.type !== 'dateTime' || data.returns !== 'DateTime') return;
    const rule = expressionAround(document, where);
    const call =
      rule === undefined
        ? undefined
        : [...walk(rule)].find((node): node is Call => node.kind === 'call' && node.nameSpan.start === where.start);
    if (call === undefined) return;
    const edits = wrap(call.span, 'FormatDateTime', `, , "${AS_WRITTEN}", "${OUTPUT}"`);
    yield { title: 'Wrap in FormatDateTime', edits, isPreferred: true };
  },
};
