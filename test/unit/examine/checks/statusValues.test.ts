import { describe, expect, it } from 'vitest';
import { examineText, underlined } from './examineText';

const STATUSES = 'Id,Status\n1,Active\n2,Leave\n3,\n4,active\n5,Active\n6,Leave\n7,Left\n';

describe('the status truth table', () => {
  it('holds every status with its count and result, the most frequent first', async () => {
    const mapping = 'active   = Switch([Status], , "Active", "True", "Left", "False") # who works here';
    const { findings } = await examineText(mapping, STATUSES);
    expect(findings.statuses).toEqual([
      {
        ruleText: 'active   = Switch([Status], , "Active", "True", "Left", "False")',
        columns: ['Status'],
        unlisted: 0,
        rows: [
          { cells: ['Active'], result: 'true', count: 2, line: 2 },
          { cells: ['Leave'], result: 'undecided', count: 2, line: 3 },
          { cells: [null], result: 'undecided', count: 1, line: 4 },
          { cells: ['active'], result: 'undecided', count: 1, line: 5 },
          { cells: ['Left'], result: 'false', count: 1, line: 8 },
        ],
      },
    ]);
  });

  it('says what is undecided, what is named, and what differs in case alone', async () => {
    const mapping = 'active = Switch([Status], , "Active", "True", "Left", "False")';
    const { findings } = await examineText(mapping, STATUSES);
    const [finding] = findings.findings;
    expect(finding?.message).toBe(
      '4 records have a status that decides nothing and are not sent, first in line 3: 3 different statuses of [Status]. The Switch names "Active" and "Left". Words are compared exactly: one differs from "Active" only in case or spaces.',
    );
    expect(finding?.withValues).toBe(
      '4 records have a status that decides nothing and are not sent, first in line 3: [Status] is "Leave" (2), empty (1) or "active" (1). The Switch names "Active" and "Left". Words are compared exactly: "active" is not "Active".',
    );
    expect(finding && underlined(finding)).toBe('[Status]');
    expect(finding?.data).toMatchObject({
      columns: ['Status'],
      named: ['Active', 'Left'],
      undecided: [{ cells: ['Leave'] }, { cells: [null] }, { cells: ['active'] }],
    });
  });

  it('combines the columns that the rule reads', async () => {
    const mapping = 'active = IIF([Status] = "Active", [OnLeave], "False")';
    const csv = 'Status,OnLeave\nActive,True\nActive,no\nLeft,no\nActive,True\n';
    const { findings } = await examineText(mapping, csv);
    expect(findings.statuses?.[0]?.columns).toEqual(['Status', 'OnLeave']);
    expect(findings.statuses?.[0]?.rows.map(({ cells, result, count }) => [...cells, result, count])).toEqual([
      ['Active', 'True', 'true', 2],
      ['Active', 'no', 'undecided', 1],
      ['Left', 'no', 'false', 1],
    ]);
    expect(findings.findings.map(({ message, withValues }) => [message, withValues])).toEqual([
      [
        '1 record has a status that decides nothing and is not sent, in line 3: 1 status of [Status] and [OnLeave]. The IIF names "Active".',
        '1 record has a status that decides nothing and is not sent, in line 3: [Status] "Active" with [OnLeave] "no" (1). The IIF names "Active".',
      ],
    ]);
  });

  it('knows records that are left out, and what fails while it is computed', async () => {
    const left = await examineText('active = Switch([S], IgnoreObjectFlow, "a", "True")', 'Id,S\n1,a\n2,b\n');
    expect(left.findings.statuses?.[0]?.rows.map(({ result }) => result)).toEqual(['true', 'excluded']);
    const failing = await examineText('active = IIF(CDate([S]) > CDate("2020-01-01"), "True", "False")', 'Id,S\n1,a\n');
    expect(failing.findings.statuses?.[0]?.rows.map(({ result }) => result)).toEqual(['problem']);
    expect(failing.findings.findings.map(({ code }) => code)).toEqual(['value.date.invalid']);
  });

  it('lists 500 statuses and counts the rest', async () => {
    const csv = `Id,S\n${Array.from({ length: 503 }, (_, index) => `${index},s${index}\n`).join('')}`;
    const { findings } = await examineText('active = [S]', csv);
    expect(findings.statuses?.[0]).toMatchObject({ unlisted: 3 });
    expect(findings.statuses?.[0]?.rows).toHaveLength(500);
    expect(findings.findings[0]).toMatchObject({ code: 'value.status.undecided', count: 503 });
  });

  it.each([
    ['a constant decides the same for all', 'active = "True"'],
    ['there is no rule', 'title = [S]'],
    ['the rule has an error', 'active = Swich([S], , "a", "True")'],
  ])('is not there when %s', async (_why, mapping) => {
    expect((await examineText(mapping, 'Id,S\n1,a\n')).findings.statuses).toEqual([]);
  });
});
