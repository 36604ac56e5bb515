import { printString } from '../../../core/expression/print';
import type { Call, Expression } from '../../../core/expression/syntax';
import { walk } from '../../../core/expression/syntax';
import { guessDateFormats } from '../../../core/profile/dateFormats';
import { formatCount } from '../../../core/text/formatCount';
import { span } from '../../../core/text/span';
import type { MappingDocument } from '../document/mappingDocument';
import { expressionAround, sourceText, wrap } from '../rewrite/expressionAt';
import { textsIn } from '../../shared/fixes/fixData';
import type { MappingFix, MappingQuickFix } from './mappingFix';

const MAX_OFFERED = 3;
/** SCIM's format for a date and time in UTC (RFC 7643, section 2.3.5). */
const OUTPUT = 'yyyy-MM-ddTHH:mm:ssZ';
/** The format in which CDate, DateAdd and Now write a date. */
const AS_WRITTEN = 'M/d/yyyy h:mm:ss tt';

/** The share of all values that a format must read to be the intended one. */
const NEARLY_ALL = 0.9;

/** Changes the input format to one that reads the values of the extract. */
export const dateFormat: MappingQuickFix = {
  codes: ['value.date.invalid'],
  *fixes({ document, data, span: where }) {
    const rule = expressionAround(document, where);
    const unread = textsIn(data, 'values');
    if (rule === undefined || unread.length === 0) return;
    const all = [...new Set([...unread, ...valuesOf(document, textsIn(data, 'columns'))])];
    const reading = guessDateFormats(all).filter(({ reads }) => reads >= all.length * NEARLY_ALL);
    const guesses =
      reading.length > 0 ? reading : guessDateFormats(unread).filter(({ reads }) => reads === unread.length);
    for (const { format, reads, orElse } of guesses.slice(0, MAX_OFFERED)) {
      const change = withFormat(document, rule, format);
      if (change === undefined) continue;
      const isAll = reading.length > 0 && reads === all.length;
      const share =
        reading.length > 0 ? `${formatCount(reads)} of ${formatCount(all.length)} values` : 'some values only';
      const notes = [...(isAll ? [] : [`reads ${share}`]), ...(orElse === undefined ? [] : [`or ${orElse}?`])];
      const title = change.title + (notes.length === 0 ? '' : ` (${notes.join('; ')})`);
      yield { title, edits: change.edits, isPreferred: reading.length === 1 && orElse === undefined };
    }
  },
};

/** The values of a rule's column; empty if the rule reads several. */
function valuesOf({ knowledge }: MappingDocument, [column, ...others]: readonly string[]): readonly string[] {
  const profile = knowledge.extract?.profile?.columns.find((own) => own.column === column);
  return others.length > 0 ? [] : (profile?.values ?? []).map(({ value }) => value);
}

/** `undefined` if the rule already has the format or cannot be changed. */
function withFormat(
  document: MappingDocument,
  rule: Expression,
  format: string,
): Required<Pick<MappingFix, 'title' | 'edits'>> | undefined {
  const calls = formattings(rule);
  const [call] = calls;
  if (call === undefined && rule.kind === 'attribute') {
    const newText = `FormatDateTime(${sourceText(document, rule)}, , ${printString(format)}, "${OUTPUT}")`;
    return { title: `Read dates as ${format}`, edits: [{ span: rule.span, newText }] };
  }
  const input = call?.slots.at(-2)?.expression;
  if (calls.length !== 1 || input?.kind !== 'string' || input.value === format) return undefined;
  return { title: `Change format to ${format}`, edits: [{ span: input.span, newText: printString(format) }] };
}

function formattings(rule: Expression): readonly Call[] {
  return [...walk(rule)].filter(
    (node): node is Call => node.kind === 'call' && node.name === 'FormatDateTime' && node.slots.length >= 3,
  );
}

/** Adds to the output format that the time is in UTC. */
export const dateZone: MappingQuickFix = {
  codes: ['value.date.without-zone'],
  *fixes({ document, span: where }) {
    const rule = expressionAround(document, where);
    const [call, ...others] = rule === undefined ? [] : formattings(rule);
    const output = call?.slots.at(-1)?.expression;
    if (output?.kind !== 'string' || others.length > 0) return;
    const at = output.span.end - 1;
    yield { title: 'Add Z for UTC', edits: [{ span: span(at, at), newText: 'Z' }] };
  },
};

/** Writes a date in SCIM's format. */
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
