import { printString } from '../../expression/print';
import { defineProblemKinds } from '../../problems/problemKind';
import type { Day } from '../../profile/daysBefore';
import { daysBefore } from '../../profile/daysBefore';
import { asksForActive, isLeavingDate, mayBeLeavingDate } from '../../profile/statusColumns';
import { ANSWER_WORDS, STATUS_WORDS } from '../../profile/statusWords';
import { opposesActive } from '../../text/opposesActive';
import type { CompiledRule } from '../../convert/compileRule';
import { findingAt, inFirstLine, listWords, placeIn, recordCount } from '../findingAt';
import { namedTexts } from '../namedTexts';
import { statusResult, statusRule } from '../statusTruthTable';
import type { ValueRule } from '../valueRule';

const [opposite] = defineProblemKinds([
  {
    code: 'value.status.opposite',
    severity: 'warning',
    title: 'Column that means the opposite of active',
    explanation:
      'A yes in a column like IsTerminated, Inactive or Ausgeschieden means that the person is not active, but the rule uses it unchanged for "active": Entra would disable all employees and enable everybody who has left. The same applies to a rule that makes "Active" false and "Terminated" true.',
    remedy: 'Invert the column with a Switch, or swap "True" and "False" in the rule.',
    authority: 'the extract',
    example: {
      wrong: 'active = [IsTerminated]',
      right: 'active = Switch([IsTerminated], , "False", "True", "True", "False")',
    },
  },
]);

/** Maximum number of distinct values of a column that are kept for a Switch. */
const MAX_VALUES = 10;

/** Compares columns that show by themselves whether people are active with the rule for `active`. */
export const oppositeStatus: ValueRule = {
  kinds: [opposite],
  start: ({ loaded, mapping, columns, now }) => {
    const index = statusRule(mapping);
    const rule = mapping.rules[index];
    if (rule === undefined) return undefined;
    const empty = new Set(loaded.model.source.empty);
    const dayOf = daysBefore(now);
    const tallies = rule.columns.map((column) => new ColumnTally(column, columns.indexOf(column), empty, dayOf));
    return {
      add: ({ cells, line }, outcomes) => {
        const result = statusResult(outcomes[index]);
        if (result !== 'true' && result !== 'false') return;
        for (const tally of tallies) tally.add(cells, line, result === 'true');
      },
      finish: () =>
        tallies
          .filter((tally) => tally.isOpposite(rule))
          .slice(0, 1)
          .map((tally) => {
            const { expression, rule: statement } = rule.resolved;
            const place = placeIn(loaded, statement.span, expression.span);
            const replacement = rule.columns.length === 1 && isPlain(rule) ? tally.inverted() : undefined;
            const data = { columns: [tally.column], ...(replacement === undefined ? {} : { replacement }) };
            return findingAt(place, opposite, { ...tally.describe(replacement), data });
          }),
    };
  },
};

/** Whether the rule uses the column's values unchanged, except for case and spaces. */
function isPlain({ resolved: { expression } }: CompiledRule): boolean {
  return namedTexts(expression).texts.length === 0 && expression.kind !== 'comparison';
}

/** How a column shows whether a person is active. */
type Manner = 'answers the opposite' | 'answers' | 'dates of leaving' | 'words';

function mannerOf(column: string): Manner {
  if (opposesActive(column)) return 'answers the opposite';
  if (asksForActive(column)) return 'answers';
  return isLeavingDate(column) || mayBeLeavingDate(column) ? 'dates of leaving' : 'words';
}

/** Compares what a column shows with the rule's result, record by record. */
class ColumnTally {
  readonly column: string;
  readonly #place: number;
  readonly #empty: ReadonlySet<string>;
  readonly #dayOf: (cell: string) => Day;
  readonly #manner: Manner;
  /** Number of records that the rule enables or disables contrary to the column. */
  readonly #against = { enabled: 0, disabled: 0, line: 0 };
  readonly #words = new Map<string, boolean>();
  #agreeing = 0;
  #enabled = 0;

  constructor(column: string, place: number, empty: ReadonlySet<string>, dayOf: (cell: string) => Day) {
    this.column = column;
    this.#place = place;
    this.#empty = empty;
    this.#dayOf = dayOf;
    this.#manner = mannerOf(column);
  }

  add(cells: readonly string[], line: number, isEnabled: boolean): void {
    if (isEnabled) this.#enabled++;
    const cell = cells[this.#place] ?? '';
    const saysActive = this.#meaningOf(cell);
    if (saysActive === undefined) return;
    if (this.#words.size < MAX_VALUES) this.#words.set(cell, saysActive);
    if (saysActive === isEnabled) {
      this.#agreeing++;
      return;
    }
    if (this.#against.line === 0) this.#against.line = line;
    this.#against[isEnabled ? 'enabled' : 'disabled']++;
  }

  /**
   * Whether the rule contradicts the column throughout. If the rule reads other columns, too, only enabled records
   * count.
   */
  isOpposite({ columns, resolved }: CompiledRule): boolean {
    const { enabled, disabled } = this.#against;
    if (this.#agreeing > 0 || enabled + disabled === 0) return false;
    if (this.#manner === 'dates of leaving') return enabled > 0 && disabled > 0;
    // Retired people may keep their accounts, so they prove nothing
    if (this.#manner === 'words') return disabled > 0 && this.#enabled > 0;
    if (enabled > 0) return columns.length === 1 || disabled > 0 || this.#manner === 'answers the opposite';
    const named = new Set(namedTexts(resolved.expression).texts);
    // A word without a pair in the Switch is reported by another rule
    return columns.length === 1 && (named.size === 0 || [...this.#words.keys()].some((word) => named.has(word)));
  }

  /** `Switch([Inactive], , "N", "True", "Y", "False")`, if the column contains only yes and no. */
  inverted(): string | undefined {
    const words = [...this.#words].filter(([word]) => word !== '');
    const isSure = words.length > 0 && words.length < MAX_VALUES && /^[^[\]\r\n]+$/.test(this.column);
    if (!isSure || words.some(([word]) => !isKnownWord(word))) return undefined;
    const pairs = words.sort(([, a], [, b]) => Number(b) - Number(a));
    return `Switch([${this.column}], , ${pairs.map(([word, says]) => `${printString(word)}, "${says ? 'True' : 'False'}"`).join(', ')})`;
  }

  /** The words in `replacement` come from our own lists, so the message shows no one's data. */
  describe(replacement: string | undefined) {
    const { enabled, disabled, line } = this.#against;
    const count = enabled + disabled;
    const isAre = (people: number) => (people === 1 ? 'is' : 'are');
    const counts = [
      ...(disabled > 0 ? [`${recordCount(disabled)} that ${isAre(disabled)} active would be disabled`] : []),
      ...(enabled > 0 ? [`${recordCount(enabled)} that ${isAre(enabled)} not active would be enabled`] : []),
    ];
    const subject =
      this.#manner === 'words' || this.#manner === 'answers'
        ? `The rule gives the opposite of what [${this.column}] says`
        : `[${this.column}] means the opposite of "active"`;
    const remedy =
      replacement === undefined ? 'Swap "True" and "False" in the rule.' : `Change the rule to ${replacement}.`;
    const message = `${subject}: ${listWords(counts)}, ${inFirstLine(count, line)}. ${remedy}`;
    return { message, count, line };
  }

  #meaningOf(cell: string): boolean | undefined {
    const isEmpty = cell.trim() === '' || this.#empty.has(cell);
    if (this.#manner === 'dates of leaving') return isEmpty || this.#byDay(cell);
    if (isEmpty) return this.#manner === 'answers the opposite' ? true : undefined;
    if (this.#manner === 'answers the opposite' && this.#dayOf(cell) !== 'no date') return this.#byDay(cell);
    const word = cell.trim().toLowerCase();
    const answer = ANSWER_WORDS.get(word);
    if (this.#manner === 'answers the opposite' && answer !== undefined) return !answer;
    if (this.#manner === 'answers' && answer !== undefined) return answer;
    return STATUS_WORDS.get(word);
  }

  /** False if the person has left; `undefined` for future dates and other words, which prove nothing. */
  #byDay(cell: string): false | undefined {
    const day = this.#dayOf(cell);
    return day === 'past' || (day === 'no date' && isLeavingDate(this.column)) ? false : undefined;
  }
}

function isKnownWord(word: string): boolean {
  const folded = word.trim().toLowerCase();
  return ANSWER_WORDS.has(folded) || STATUS_WORDS.has(folded);
}
