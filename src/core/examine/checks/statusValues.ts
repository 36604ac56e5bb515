import { formatCount } from '../../text/formatCount';
import { defineProblemKinds } from '../../problems/problemKind';
import type { MappedRecord } from '../../convert/compileMapping';
import type { ValueFinding } from '../valueFinding';
import { findingAt, inFirstLine, listWords, placeOfRule, quotedValue, recordCount } from '../findingAt';
import type { NamedTexts } from '../namedTexts';
import { namedTexts } from '../namedTexts';
import { statusResult, statusRule, StatusTally } from '../statusTruthTable';
import type { StatusRow, StatusTruthTable } from '../statusTruthTable';
import type { ValueRule } from '../valueRule';

const [undecided, byDefault] = defineProblemKinds([
  {
    code: 'value.status.undecided',
    severity: 'error',
    title: 'A status that decides nothing',
    explanation:
      'The extract holds a status of which the rule for "active" makes neither true nor false. Records with it are not sent: a status that was not understood must not disable or enable an account.',
    remedy: 'Decide every status that the extract holds, for instance by another pair in the Switch.',
    authority: 'the extract',
    example: {
      wrong: 'active = Switch([Status], , "Active", "True", "Terminated", "False")  # the extract also holds "Leave"',
      right: 'active = Switch([Status], , "Active", "True", "Leave", "True", "Terminated", "False")',
    },
  },
  {
    code: 'value.status.by-default',
    severity: 'information',
    title: 'Statuses that nobody named disable accounts',
    explanation:
      'Several different statuses become false only because the rule names none of them. A new word in the system of record would disable the accounts of everybody who has it.',
    remedy: 'Name every status in a Switch without a default: then an unknown one is a problem and disables nobody.',
    authority: 'the extract',
    example: {
      wrong: 'active = IIF([Status] = "Active", "True", "False")  # the extract also holds "Leave" and "Retired"',
      right: 'active = Switch([Status], , "Active", "True", "Leave", "True", "Retired", "False")',
    },
  },
]);

/** Statuses that a message lists. */
const LISTED = 8;

/** The truth table of `active`: every status that the extract holds must be decided. */
export const statusValues: ValueRule = {
  kinds: [undecided, byDefault],
  start: ({ loaded, mapping, columns }) => {
    const index = statusRule(mapping);
    const rule = mapping.rules[index];
    if (rule === undefined) return undefined;
    const tally = new StatusTally(rule, columns, loaded.model.source.empty);
    const refused = { count: 0, line: 0 };
    const place = placeOfRule(loaded, rule);
    return {
      add: (record, outcomes) => {
        const result = statusResult(outcomes[index]);
        tally.add(record, result);
        if (result === 'undecided') noteRefused(refused, record);
      },
      exclude: (record, by) => {
        if (by === rule.resolved.expression) tally.add(record, 'excluded');
      },
      finish: () => {
        const table = tally.table(place.ruleText);
        const named = namedTexts(rule.resolved.expression);
        const findings: ValueFinding[] = [];
        if (refused.count > 0) findings.push(findingAt(place, undecided, describeUndecided(table, named, refused)));
        const unnamed = unnamedRows(table, named);
        if (unnamed.length > 1) findings.push(findingAt(place, byDefault, describeUnnamed(table, named, unnamed)));
        return findings;
      },
      truthTable: () => tally.table(place.ruleText),
    };
  },
};

function noteRefused(refused: { count: number; line: number }, { line }: MappedRecord): void {
  if (refused.count === 0) refused.line = line;
  refused.count++;
}

function describeUndecided(
  table: StatusTruthTable,
  named: NamedTexts,
  { count, line }: { readonly count: number; readonly line: number },
) {
  const rows = table.rows.filter(({ result }) => result === 'undecided');
  const subject = `${recordCount(count)} ${count === 1 ? 'has a status that decides' : 'have a status that decides'} nothing`;
  const consequence = `${count === 1 ? 'is' : 'are'} not sent`;
  const describe = (statuses: string, spelling: string) =>
    `${subject} and ${consequence}, ${inFirstLine(count, line)}: ${statuses}.${describeNamed(named)}${spelling}`;
  const message = describe(countRows(table, rows), describeSpelling(rows, named, false));
  const withValues = describe(describeRows(table, rows), describeSpelling(rows, named, true));
  return { message, withValues, count, line, data: { columns: table.columns, undecided: rows, named: named.texts } };
}

function describeUnnamed(table: StatusTruthTable, named: NamedTexts, rows: readonly StatusRow[]) {
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  const line = Math.min(...rows.map((row) => row.line));
  const describe = (statuses: string) =>
    `${recordCount(count)} become false by default alone, ${inFirstLine(count, line)}: ${statuses}.${describeNamed(named)} A new word would disable accounts, too.`;
  const [message, withValues] = [describe(countRows(table, rows)), describe(describeRows(table, rows))];
  return { message, withValues, count, line, data: { columns: table.columns, unnamed: rows, named: named.texts } };
}

/** Statuses of one column that become false although the rule names none of them. */
function unnamedRows({ columns, rows }: StatusTruthTable, { texts }: NamedTexts): readonly StatusRow[] {
  if (columns.length !== 1 || texts.length === 0) return [];
  const known = new Set(texts.map((text) => text.toLowerCase()));
  return rows.filter(({ result, cells }) => result === 'false' && !known.has((cells[0] ?? '').toLowerCase()));
}

function describeRows({ columns }: StatusTruthTable, rows: readonly StatusRow[]): string {
  const words = rows.slice(0, LISTED).map(({ cells, count }) => {
    const parts = cells.map((cell, place) => {
      const value = cell === null ? 'empty' : quotedValue(cell);
      return columns.length === 1 ? value : `[${columns[place] ?? ''}] ${value}`;
    });
    return `${listWords(parts, 'with')} (${formatCount(count)})`;
  });
  const more = rows.length > LISTED ? [`${formatCount(rows.length - LISTED)} more`] : [];
  return `${columns.length === 1 ? `[${columns[0] ?? ''}] is ` : ''}${listWords([...words, ...more], 'or')}`;
}

/** The same without the values: `3 different statuses of [Status]`. */
function countRows({ columns }: StatusTruthTable, rows: readonly StatusRow[]): string {
  const statuses = rows.length === 1 ? '1 status' : `${formatCount(rows.length)} different statuses`;
  return `${statuses} of ${listWords(columns.map((column) => `[${column}]`))}`;
}

function describeNamed({ deciders, texts }: NamedTexts): string {
  if (texts.length === 0) return '';
  const shown = texts.slice(0, LISTED).map((text) => (text === '' ? 'the empty cell' : quotedValue(text)));
  const more = texts.length > LISTED ? [`${formatCount(texts.length - LISTED)} more`] : [];
  return ` The ${listWords(deciders)} names ${listWords([...shown, ...more])}.`;
}

/** `Switch` compares exactly; a word that differs in case or spaces alone is the usual slip. */
function describeSpelling(rows: readonly StatusRow[], { texts }: NamedTexts, showsValues: boolean): string {
  for (const { cells } of rows) {
    for (const cell of cells) {
      const meant = cell === null ? undefined : texts.find((text) => text !== cell && fold(text) === fold(cell));
      if (meant !== undefined && cell !== null)
        return showsValues
          ? ` Words are compared exactly: ${quotedValue(cell)} is not ${quotedValue(meant)}.`
          : ` Words are compared exactly: one differs from ${quotedValue(meant)} in case or spaces alone.`;
    }
  }
  return '';
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
