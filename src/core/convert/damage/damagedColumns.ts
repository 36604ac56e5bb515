import type { DamageCount, DamageKind } from '../../profile/cellDamage';
import { DamageTally } from '../../profile/damageTally';
import type { RecordProblem } from '../../problems/problem';
import type { ProblemKind } from '../../problems/problemKind';
import { recordProblemOf } from '../../problems/problemKind';
import { formatCount } from '../../text/formatCount';
import { columnsOf } from '../../mapping/model/columns';
import { bidi, control, excelError, hiddenChar, mojibake, replacementChar } from './damageKinds';
import type { MappedRecord } from '../compileMapping';
import type { MappingModel, ResolvedRule } from '../../mapping/model/model';

/** The texts for a kind of damage: what the cells contain, and what to do. */
interface DamageWords {
  readonly problem: ProblemKind;
  readonly what: string;
  readonly remedy: string;
}

const WORDS: Readonly<Record<DamageKind, DamageWords>> = {
  control: {
    problem: control,
    what: 'control characters',
    remedy: 'They are sent, escaped in JSON. Have them removed, or remove them with Replace.',
  },
  bidi: {
    problem: bidi,
    what: 'characters that change the direction of text',
    remedy: 'The text is not what it looks like. Have them removed, or remove them with Replace.',
  },
  hidden: {
    problem: hiddenChar,
    what: 'invisible characters, or leading or trailing spaces',
    remedy: 'They make identifiers differ. Have them removed, or remove them with StripSpaces or Replace.',
  },
  invisible: {
    problem: hiddenChar,
    what: 'invisible characters',
    remedy: 'Texts that look the same differ. Have them removed, or remove them with Replace.',
  },
  replacementChar: {
    problem: replacementChar,
    what: 'U+FFFD in place of letters',
    remedy: 'The file was damaged earlier: letters are lost. Export it again with the right encoding.',
  },
  mojibake: {
    problem: mojibake,
    what: 'letters that look like UTF-8 read in another encoding',
    remedy:
      'The extract is read in the wrong encoding, or was damaged earlier. Check the stated encoding; otherwise export it again, as CSV UTF-8 at every step.',
  },
  excelError: {
    problem: excelError,
    what: 'an error of a spreadsheet instead of a value',
    remedy: 'Correct the formula or the width of the column in the spreadsheet, and export it again.',
  },
  scientific: {
    problem: excelError,
    what: 'a number that a spreadsheet has rounded, like 1.2E+11',
    remedy: 'Digits are lost. Export it again with the column formatted as text.',
  },
};

export function damageProblem(kind: DamageKind): ProblemKind {
  return WORDS[kind].problem;
}

/** Returns `3 cells of this column contain control characters.` and what to do. */
export function damageMessage({ kind, count }: DamageCount): string {
  const { what, remedy } = WORDS[kind];
  const cells = count === 1 ? 'A cell of this column contains' : `${formatCount(count)} cells of this column contain`;
  return `${cells} ${what}${count === 1 ? '' : ', this one first'}. ${remedy}`;
}

/** One warning per kind of damage in a column, at the first affected cell. */
export function damageProblems(
  column: string,
  kinds: ReadonlySet<DamageKind>,
  { counts }: DamageTally,
): readonly RecordProblem[] {
  return counts
    .filter(({ kind }) => kinds.has(kind))
    .map((damage) =>
      recordProblemOf(damageProblem(damage.kind), 'warning', damageMessage(damage), {
        record: damage.record,
        line: damage.line,
        column,
      }),
    );
}

/** The kinds of damage to report, by column that a mapping reads. */
export function watchedDamage({
  rules,
  conditions,
  source,
}: MappingModel): ReadonlyMap<string, ReadonlySet<DamageKind>> {
  const everywhere: readonly DamageKind[] = [
    'control',
    'bidi',
    'replacementChar',
    'mojibake',
    'excelError',
    'scientific',
  ];
  const watched = new Map<string, Set<DamageKind>>();
  for (const expression of [...rules.map((rule) => rule.expression), ...conditions])
    for (const { column } of columnsOf(expression)) watched.set(column, new Set(everywhere));
  // Invisible characters matter in columns where they make identifiers differ
  const identifying = rules.filter(isIdentity).flatMap(({ expression }) => columnsOf(expression));
  for (const column of [...identifying.map((use) => use.column), ...source.key]) watched.get(column)?.add('hidden');
  for (const rule of rules) {
    // Records with such an id are refused individually
    if (!isId(rule) || rule.expression.kind !== 'attribute') continue;
    for (const { column } of columnsOf(rule.expression))
      for (const kind of ['excelError', 'scientific'] as const) watched.get(column)?.delete(kind);
  }
  return watched;
}

function isId({ path }: ResolvedRule): boolean {
  return path.urn === undefined && path.attribute === 'externalId';
}

function isIdentity(rule: ResolvedRule): boolean {
  const { urn, attribute } = rule.path;
  return isId(rule) || (urn === undefined && attribute === 'userName') || attribute === 'manager';
}

const BY_SPREADSHEETS: ReadonlySet<DamageKind> = new Set<DamageKind>(['excelError', 'scientific']);

const nameOf = ({ column }: { readonly column: string }) => column;

/** Counts the damage in the columns that a mapping reads, record by record, in constant memory. */
export class DamageWatch {
  readonly #columns: readonly {
    readonly column: string;
    readonly index: number;
    readonly kinds: ReadonlySet<DamageKind>;
    readonly holdsIds: boolean;
    readonly tally: DamageTally;
  }[];
  /** The last record with a value that a spreadsheet damaged, in the id or elsewhere; 0 if there is none. */
  readonly #damagedRecord = { id: 0, elsewhere: 0 };

  /** @param header the columns of the extract */
  constructor(model: MappingModel, header: readonly string[]) {
    const ids = new Set(model.rules.filter(isId).flatMap(({ expression }) => columnsOf(expression).map(nameOf)));
    for (const column of model.source.key) ids.add(column);
    this.#columns = [...watchedDamage(model)].flatMap(([column, kinds]) => {
      const index = header.indexOf(column);
      return index < 0 ? [] : [{ column, index, kinds, holdsIds: ids.has(column), tally: new DamageTally() }];
    });
  }

  /** The distinct header indexes of the watched columns. */
  get places(): readonly number[] {
    return this.#columns.map(({ index }) => index);
  }

  add({ cells, number, line }: MappedRecord): void {
    for (const [watched, { index }] of this.#columns.entries()) {
      const cell = cells[index];
      if (cell !== undefined && cell !== '') this.addCell(watched, cell, { number, line });
    }
  }

  /**
   * Adds one cell, for a caller that knows that the record's other cells are fine. `watched` is an index into {@link
   * places}.
   */
  addCell(watched: number, cell: string, { number, line }: Pick<MappedRecord, 'number' | 'line'>): void {
    const column = this.#columns[watched];
    if (column === undefined) return;
    const found = column.tally.add(cell, number, line);
    if (!found.some((kind) => BY_SPREADSHEETS.has(kind) && column.kinds.has(kind))) return;
    this.#damagedRecord[column.holdsIds ? 'id' : 'elsewhere'] = number;
  }

  /** Where a spreadsheet damaged a value of this record, which must be the last one added; the id takes precedence. */
  spoilt(record: number): 'id' | 'elsewhere' | undefined {
    if (this.#damagedRecord.id === record) return 'id';
    return this.#damagedRecord.elsewhere === record ? 'elsewhere' : undefined;
  }

  /** One warning per column and kind of damage, at the first affected cell. */
  get problems(): readonly RecordProblem[] {
    return this.#columns.flatMap(({ column, kinds, tally }) => damageProblems(column, kinds, tally));
  }
}
