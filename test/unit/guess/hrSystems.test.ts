import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../../src/core/guess/guessMapping';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import type { AttributePath } from '../../../src/core/scim/attributePath';
import { formatAttributePath } from '../../../src/core/scim/attributePath';
import { examineText } from '../examine/checks/examineText';
import { cellsOf } from './fixtures';
import { HR_SYSTEMS } from './hrSystems';
import { PAYROLL_SYSTEMS } from './payrollSystems';

function short({ urn: _, ...path }: AttributePath): string {
  return formatAttributePath(path).replace('[type eq "work"]', '').replace('.value', '');
}

function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
}

describe.each([...HR_SYSTEMS, ...PAYROLL_SYSTEMS])('guessing from an extract of $name', (system) => {
  const { columns, records } = cellsOf(system);
  const rows = records.map((record) => columns.map((_, index) => record[index] ?? ''));
  const { text, guesses } = guessMapping(columns, rows);
  const lines = (isWritten: boolean) =>
    guesses
      .filter((guess) => guess.isWritten === isWritten)
      .map(({ path, expression }) => `${short(path)} = ${expression}`)
      .sort();

  it('maps these columns, proposes those, and takes the others for nothing', () => {
    expect(lines(true)).toEqual([...system.rules].sort());
    expect(lines(false)).toEqual([...system.proposed].sort());
    const used = new Set(guesses.flatMap((guess) => guess.columns));
    expect(columns.filter((column) => !used.has(column))).toEqual(system.unused);
  });

  it('gives a reason for everything that it proposes', () => {
    expect(guesses.filter(({ isWritten, reason }) => !isWritten && (reason ?? '') === '')).toEqual([]);
  });

  it('gives a mapping without errors, also against the extract', async () => {
    const csv = csvOf([columns, ...rows]);
    const alone = text.replace(/^source csv \{\n.*?\n\}\n/ms, '');
    const said = loadMapping(alone, { columns }).problems.filter(({ severity }) => severity === 'error');
    // What nobody can know from the extract is left to people
    const open = said.filter(
      ({ code, message }) => code !== 'mapping.missing-rule' || !/userName|active/.test(message),
    );
    expect(open).toEqual([]);
    const { findings, fatal } = await examineText(alone, csv);
    expect(fatal).toEqual([]);
    const found = findings.findings.filter(({ severity }) => severity === 'error');
    expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});

it('knows forty extracts and more', () => {
  expect(new Set(HR_SYSTEMS.map(({ name }) => name)).size).toBeGreaterThanOrEqual(40);
});
