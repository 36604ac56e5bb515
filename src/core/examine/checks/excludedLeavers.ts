import type { Expression } from '../../expression/syntax';
import { columnsOf } from '../../mapping/model/columns';
import { defineProblemKinds } from '../../problems/problemKind';
import { isDateText } from '../../profile/isDateText';
import { asksForActive, isLeavingDate, mayBeLeavingDate } from '../../profile/statusColumns';
import { STATUS_WORDS } from '../../profile/statusWords';
import { opposesActive } from '../../text/opposesActive';
import type { CompiledMapping, MappedRecord } from '../../convert/compileMapping';
import { findingAt, listLines, recordCount } from '../findingAt';
import { isNamed, namedTexts } from '../namedTexts';
import { placeOfExclusion } from '../placeOfExclusion';
import { statusResult, statusRule } from '../statusTruthTable';
import type { ValueRule } from '../valueRule';

const [leftOut] = defineProblemKinds([
  {
    code: 'value.status.left-out',
    severity: 'warning',
    title: 'People to disable who are left out',
    explanation:
      'A condition excludes exactly the records for which the rule for "active" gives false. Entra never receives these people, so their accounts stay enabled after they leave.',
    remedy: 'Let these records pass, so that Entra disables the accounts. Exclude people only for other reasons.',
    authority: 'the extract',
    example: {
      wrong: 'where [Status] <> "Left"\nactive = Switch([Status], , "Active", "True", "Left", "False")',
      right: 'active = Switch([Status], , "Active", "True", "Left", "False")',
    },
  },
]);

interface Counted {
  count: number;
  readonly lines: number[];
}

interface LeftOut {
  /** Records whose status is named by the rule for `active`, or is a date or an unambiguous word. */
  readonly known: Counted;
  /** Records whose status is false only by default. */
  readonly byDefault: Counted;
}

/** Maximum number of lines in a message. */
const MAX_LISTED = 8;

/**
 * Reports records that are excluded because of the status that would disable them: with an active person's status they
 * would pass. Records that are excluded for another reason do not count.
 */
export const excludedLeavers: ValueRule = {
  kinds: [leftOut],
  start: ({ loaded, mapping, columns }) => {
    const index = statusRule(mapping);
    const rule = mapping.rules[index];
    if (rule === undefined) return undefined;
    const places = statusPlaces(mapping, rule.columns, columns, loaded.model.conditions);
    const conditionPlaces = new Set(
      loaded.model.conditions.flatMap(columnsOf).map(({ column }) => columns.indexOf(column)),
    );
    const saysLeft = (place: number, cell: string) =>
      conditionPlaces.has(place) && STATUS_WORDS.get(fold(cell)) === false;
    const named = namedTexts(rule.resolved.expression);
    /** A record that passes the conditions and is active. */
    let active: readonly string[] | undefined;
    let disabled = 0;
    /** Excluded records before the first active one. */
    const waiting: { readonly record: MappedRecord; readonly by: Expression }[] = [];
    const found = new Map<Expression, LeftOut>();
    const judge = ({ number, line, cells }: MappedRecord, by: Expression, template: readonly string[]) => {
      const activeCells = cells.map((cell, place) =>
        places.has(place) || saysLeft(place, cell) ? (template[place] ?? '') : cell,
      );
      if (!passes(mapping, { number, line, cells: activeCells })) return;
      const own = found.get(by) ?? { known: { count: 0, lines: [] }, byDefault: { count: 0, lines: [] } };
      found.set(by, own);
      const words = rule.columns.map((column) => cells[columns.indexOf(column)] ?? '');
      const isKnown =
        named.texts.length === 0 ||
        words.some((word) => isNamed(named, word) || isDateText(word) || STATUS_WORDS.get(fold(word)) === false);
      const counted = isKnown ? own.known : own.byDefault;
      counted.count++;
      if (counted.lines.length < MAX_LISTED) counted.lines.push(line);
    };
    return {
      add: ({ cells }, outcomes) => {
        const result = statusResult(outcomes[index]);
        if (result === 'false') disabled++;
        if (result !== 'true' || active !== undefined) return;
        active = [...cells];
        for (const { record, by } of waiting) judge(record, by, active);
        waiting.length = 0;
      },
      exclude: (record, by) => {
        if (by === rule.resolved.expression) return;
        if (statusResult(rule.apply(record.cells, record.number)) !== 'false') return;
        if (active !== undefined) judge(record, by, active);
        else if (waiting.length < MAX_WAITING) waiting.push({ record, by });
      },
      finish: () =>
        [...found].flatMap(([by, { known, byDefault }]) => {
          // If records that are disabled do pass, an unnamed word may be the status of applicants
          const { count, lines } = known.count > 0 || disabled > 0 ? known : byDefault;
          const [line] = lines;
          if (line === undefined) return [];
          const message = `This excludes ${recordCount(count)} that "active" would disable, in ${listLines(lines, count)}: ${count === 1 ? 'the account stays' : 'their accounts stay'} enabled. Let ${count === 1 ? 'it' : 'them'} pass, so that Entra disables ${count === 1 ? 'the account' : 'the accounts'}.`;
          const data = { columns: rule.columns, lines };
          return [findingAt(placeOfExclusion(loaded, by), leftOut, { message, count, line, data })];
        }),
    };
  },
};

/**
 * Maximum number of records that wait for the first active one; an extract may begin with all the people who have left.
 */
const MAX_WAITING = 10_000;

/**
 * The indexes of the columns that show who is active: those of the rule, and others that conditions read, judged by
 * their names.
 */
function statusPlaces(
  { rules }: CompiledMapping,
  own: readonly string[],
  header: readonly string[],
  conditions: readonly Expression[],
): ReadonlySet<number> {
  const read = [...conditions, ...rules.map(({ resolved }) => resolved.expression)].flatMap(columnsOf);
  const statusColumns = read
    .map(({ column }) => column)
    .filter(
      (column) => opposesActive(column) || asksForActive(column) || isLeavingDate(column) || mayBeLeavingDate(column),
    );
  return new Set([...own, ...statusColumns].map((column) => header.indexOf(column)));
}

function passes(mapping: CompiledMapping, record: MappedRecord): boolean {
  return mapping.admit(record).kind === 'admitted' && !mapping.trace(record).some(({ kind }) => kind === 'excluded');
}

function fold(word: string): string {
  return word.trim().toLowerCase();
}
