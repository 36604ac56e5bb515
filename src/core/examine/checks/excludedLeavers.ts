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
  /** The rule for `active` names their status, or it is a date or a word that leaves no doubt. */
  readonly known: Counted;
  /** They are false by default. */
  readonly byDefault: Counted;
}

/** Lines that a message lists. */
const MAX_LISTED = 8;

/**
 * Records that are left out because of the status that would disable them: with the status of somebody active they
 * would pass. Who is left out for another reason is not counted.
 */
export const excludedLeavers: ValueRule = {
  kinds: [leftOut],
  start: ({ loaded, mapping, columns }) => {
    const index = statusRule(mapping);
    const rule = mapping.rules[index];
    if (rule === undefined) return undefined;
    const places = statusPlaces(mapping, rule.columns, columns, loaded.model.conditions);
    const asked = new Set(loaded.model.conditions.flatMap(columnsOf).map(({ column }) => columns.indexOf(column)));
    const saysLeft = (place: number, cell: string) => asked.has(place) && STATUS_WORDS.get(fold(cell)) === false;
    const named = namedTexts(rule.resolved.expression);
    /** An admitted record that is active. */
    let active: readonly string[] | undefined;
    let disabled = 0;
    /** Those that come before it. */
    const waiting: { readonly record: MappedRecord; readonly by: Expression }[] = [];
    const found = new Map<Expression, LeftOut>();
    const judge = ({ number, line, cells }: MappedRecord, by: Expression, template: readonly string[]) => {
      const cured = cells.map((cell, place) =>
        places.has(place) || saysLeft(place, cell) ? (template[place] ?? '') : cell,
      );
      if (!passes(mapping, { number, line, cells: cured })) return;
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
          // Where others with the default do pass, a word that nobody names may be that of an applicant
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

/** Records that wait for the first one that is active; an extract may begin with all who have left. */
const MAX_WAITING = 10_000;

/**
 * The places of the columns that say whether somebody is active: those of the rule, and others of conditions by their
 * names.
 */
function statusPlaces(
  { rules }: CompiledMapping,
  own: readonly string[],
  header: readonly string[],
  conditions: readonly Expression[],
): ReadonlySet<number> {
  const read = [...conditions, ...rules.map(({ resolved }) => resolved.expression)].flatMap(columnsOf);
  const told = read
    .map(({ column }) => column)
    .filter(
      (column) => opposesActive(column) || asksForActive(column) || isLeavingDate(column) || mayBeLeavingDate(column),
    );
  return new Set([...own, ...told].map((column) => header.indexOf(column)));
}

function passes(mapping: CompiledMapping, record: MappedRecord): boolean {
  return mapping.admit(record).kind === 'admitted' && !mapping.trace(record).some(({ kind }) => kind === 'excluded');
}

function fold(word: string): string {
  return word.trim().toLowerCase();
}
