import type { Call, Expression } from '../expression/syntax';
import { EvaluationError } from '../expression/value';
import { columnsOf } from '../mapping/model/columns';
import type { Cells, ColumnLookup } from './compileRule';
import { compileOverColumns } from './compileRule';
import { isDateText } from '../profile/isDateText';
import type { ContextOf } from './planMoment';

/** Whether a rule's result on a record is the default of a Switch, for a word that none of its keys is. */
export interface DefaultProbe {
  /** The places of the columns whose cells it reads. */
  readonly columns: readonly number[];
  readonly isDefault: (cells: Cells, record: number) => boolean;
}

/** No text of an extract holds it. */
const BY_DEFAULT = '\0default';
const OF_BLANK = '\0blank';

/**
 * Compiles the question whether an expression's result comes from the default of a Switch; `undefined` where it never
 * does. A default for a blank source is intended, and a date is not a word that a key could name.
 */
export function compileDefaultProbe(
  expression: Expression,
  lookup: ColumnLookup,
  contextOf: ContextOf,
): DefaultProbe | undefined {
  const marked = markDefaults(expression);
  if (marked === expression) return undefined;
  const evaluate = compileOverColumns(marked, lookup);
  return {
    columns: [...new Set(columnsOf(expression).map(({ column }) => lookup.indexOf(column) ?? -1))],
    isDefault: (cells, record) => {
      try {
        const result = evaluate(cells, contextOf(record));
        if (typeof result !== 'string' || !result.endsWith(BY_DEFAULT)) return false;
        return !isDateText(result.slice(0, -BY_DEFAULT.length));
      } catch (error) {
        if (!(error instanceof EvaluationError)) throw error;
        return false;
      }
    },
  };
}

/** The expression with a mark in the place of each default that its result may come from. */
function markDefaults(expression: Expression): Expression {
  if (expression.kind !== 'call') return expression;
  const { name, slots } = expression;
  const isResult = RESULTS[name];
  if (isResult === undefined) return expression;
  const marked = slots.map((slot, place) => {
    if (slot.expression === undefined || !isResult(place)) return slot;
    const isDefault = name === 'Switch' && place === 1;
    const inner = isDefault ? markOf(expression) : markDefaults(slot.expression);
    return inner === slot.expression ? slot : { ...slot, expression: inner };
  });
  return marked.every((slot, place) => slot === slots[place]) ? expression : { ...expression, slots: marked };
}

/** The arguments that are a call's result as they are. */
const RESULTS: Readonly<Record<string, ((place: number) => boolean) | undefined>> = {
  Switch: (place) => place % 2 === 1,
  IIF: (place) => place === 1 || place === 2,
  Coalesce: () => true,
};

/** `Switch(source, Append(source, "default"), "", "blank")`: an absent source equals the key "". */
function markOf(call: Call): Expression {
  const { span } = call;
  const text = (value: string) => ({ span, expression: { kind: 'string' as const, value, span } });
  const [source] = call.slots;
  const word = source ?? { span };
  const marked = { span, expression: { ...call, name: 'Append', slots: [word, text(BY_DEFAULT)] } };
  return { ...call, slots: [word, marked, text(''), text(OF_BLANK)] };
}
