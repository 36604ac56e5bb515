import type { Call, Expression } from '../expression/syntax';
import { EvaluationError } from '../expression/value';
import { columnsOf } from '../mapping/model/columns';
import type { Cells, ColumnLookup } from './compileRule';
import { compileOverColumns } from './compileRule';
import { isDateText } from '../profile/isDateText';
import type { ContextOf } from './planMoment';

/**
 * Tests whether a rule's result for a record is the default of a Switch, used for a word that matches none of the keys.
 */
export interface DefaultProbe {
  /** The indexes of the columns that it reads. */
  readonly columns: readonly number[];
  readonly isDefault: (cells: Cells, record: number) => boolean;
}

/** A marker that no text of an extract contains. */
const BY_DEFAULT = '\0default';
const OF_BLANK = '\0blank';

/**
 * Compiles the test whether an expression's result comes from the default of a Switch; `undefined` if it never does. A
 * default for a blank source is intended, and a date is not a word that a key could list.
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

/** Replaces each default that the result may come from by a marker. */
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

/** The arguments that a call may return unchanged, by function. */
const RESULTS: Readonly<Record<string, ((place: number) => boolean) | undefined>> = {
  Switch: (place) => place % 2 === 1,
  IIF: (place) => place === 1 || place === 2,
  Coalesce: () => true,
};

/** Returns `Switch(source, Append(source, "default"), "", "blank")`: a missing source equals the key "". */
function markOf(call: Call): Expression {
  const { span } = call;
  const text = (value: string) => ({ span, expression: { kind: 'string' as const, value, span } });
  const [source] = call.slots;
  const word = source ?? { span };
  const marked = { span, expression: { ...call, name: 'Append', slots: [word, text(BY_DEFAULT)] } };
  return { ...call, slots: [word, marked, text(''), text(OF_BLANK)] };
}
