import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileBytes } from '../../../src/extract/index/fileBytes';
import { readExtract } from '../../../src/extract/readExtract';
import type { ReadResult } from './readText';
import { collect } from './readText';

const sample = (name: string): string => fileURLToPath(new URL(`../../../samples/contoso/${name}`, import.meta.url));

/** A record as its cells by column name. */
type Person = ReadonlyMap<string, string>;
const of = (person: Person | undefined, column: string): string => person?.get(column) ?? '';

function peopleOf({ header, records }: ReadResult): readonly Person[] {
  const columns = header?.columns ?? [];
  return records.map(({ cells }) => new Map(columns.map((column, index) => [column, cells[index] ?? ''])));
}

function countsOf(people: readonly Person[], column: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const person of people) counts[of(person, column)] = (counts[of(person, column)] ?? 0) + 1;
  return counts;
}

const isDate = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};
const isUserName = (text: string): boolean => /^[a-zA-Z0-9'._!#^~-]{1,64}$/.test(text);

let today: ReadResult;
let lastWeek: ReadResult;
let people: readonly Person[];
let before: readonly Person[];

beforeAll(async () => {
  today = await collect(readExtract(fileBytes(sample('contoso.csv'))));
  lastWeek = await collect(readExtract(fileBytes(sample('contoso-last-week.csv'))));
  people = peopleOf(today);
  before = peopleOf(lastWeek);
});

describe('the sample company', () => {
  it('is what its script makes, byte for byte', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'contoso-'));
    try {
      await promisify(execFile)(process.execPath, [sample('make.mjs'), folder]);
      for (const name of ['contoso.csv', 'contoso-last-week.csv']) {
        const made = await readFile(join(folder, name));
        expect(made.equals(await readFile(sample(name))), name).toBe(true);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is a small, well-formed file with semicolons and CR LF', async () => {
    for (const [name, read, count] of [
      ['contoso.csv', today, 1000],
      ['contoso-last-week.csv', lastWeek, 960],
    ] as const) {
      const bytes = await readFile(sample(name));
      expect(bytes.length).toBeLessThan(350 * 1024);
      expect(bytes.toString().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(read.problems).toEqual([]);
      expect(read.header).toMatchObject({ line: 1, dialect: { delimiter: ';', quote: '"' }, encoding: 'utf-8' });
      expect(read.records).toHaveLength(count);
    }
  });

  it('has the promised columns, the same in both files', () => {
    expect(today.header?.columns.join(' ')).toBe(
      'WorkerID WorkerStatus WorkerType UserID FirstName LastName FullName JobTitle Department Division CostCenter Company ManagerID HireDate TerminationDate StreetAddress City Region ZipCode CountryCode OfficePhone Location',
    );
    expect(lastWeek.header?.columns).toEqual(today.header?.columns);
  });

  it('holds cells with commas, semicolons and quotes, and names in many scripts', () => {
    const cells = today.records.flatMap((record) => record.cells);
    for (const special of [',', ';', '"']) expect(cells.some((cell) => cell.includes(special))).toBe(true);
    for (const script of [/\p{Script=Han}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u, /[äöüßéçå]/]) {
      expect(
        people.some((person) => script.test(of(person, 'FullName'))),
        String(script),
      ).toBe(true);
    }
    for (const column of ['WorkerID', 'UserID', 'ManagerID']) {
      expect(
        people.every((person) => /^[\x20-\x7e]*$/.test(of(person, column))),
        column,
      ).toBe(true);
    }
  });

  it('has the promised people', () => {
    expect(countsOf(people, 'WorkerStatus')).toEqual({ Active: 929, Leave: 30, Terminated: 40, Actve: 1 });
    expect(countsOf(people, 'WorkerType')).toMatchObject({ Intern: 51 });
    expect(Object.keys(countsOf(people, 'WorkerType')).sort()).toEqual(['Contractor', 'Employee', 'Intern']);
    for (const person of people) {
      const isTerminated = of(person, 'WorkerStatus') === 'Terminated';
      expect(isDate(of(person, 'TerminationDate'))).toBe(isTerminated);
      expect(of(person, 'CountryCode')).toMatch(/^[A-Z]{2}$/);
    }
  });

  it('has a hierarchy of five levels below one chief executive', () => {
    const byId = new Map(before.map((person) => [of(person, 'WorkerID'), person]));
    const levels = before.map((person) => {
      let level = 1;
      for (let one = person; of(one, 'ManagerID') !== ''; level++) {
        const manager = byId.get(of(one, 'ManagerID'));
        if (manager === undefined || level > 10) return NaN;
        one = manager;
      }
      return level;
    });
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect([...new Set(levels)].sort()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('the planned mistakes of the sample company', () => {
  it('makes four records that are refused', () => {
    const refused = people.filter(
      (person) =>
        of(person, 'WorkerStatus') === 'Actve' || !isDate(of(person, 'HireDate')) || of(person, 'WorkerID') === '',
    );
    expect(refused).toHaveLength(4);
    expect(
      people
        .filter((person) => !isDate(of(person, 'HireDate')))
        .map((person) => of(person, 'HireDate'))
        .sort(),
    ).toEqual(['2026-02-30', '2026-11-31']);
  });

  it('has two pairs whose user names differ in case only, the namesake of long standing first', () => {
    const seen = new Map<string, Person>();
    const pairs = people.flatMap((person) => {
      const folded = of(person, 'UserID').toLowerCase();
      const first = seen.get(folded);
      seen.set(folded, person);
      return first === undefined ? [] : [[first, person] as const];
    });
    expect(pairs).toHaveLength(2);
    const ids = new Set(before.map((person) => of(person, 'WorkerID')));
    for (const [first, second] of pairs) {
      expect(of(first, 'UserID')).not.toBe(of(second, 'UserID'));
      expect([ids.has(of(first, 'WorkerID')), ids.has(of(second, 'WorkerID'))]).toEqual([true, false]);
    }
  });

  it('has three user names that no account may have, two empty names and two long ids', () => {
    expect(people.filter((person) => !isUserName(of(person, 'UserID')))).toHaveLength(3);
    expect(people.filter((person) => of(person, 'FullName') === '')).toHaveLength(2);
    expect(people.filter((person) => of(person, 'WorkerID').length > 16)).toHaveLength(2);
  });

  it('has three managers who are not in the file', () => {
    const ids = new Set(['', ...people.map((person) => of(person, 'WorkerID'))]);
    const unknown = people.map((person) => of(person, 'ManagerID')).filter((id) => !ids.has(id));
    expect(unknown.sort()).toEqual(['C19991', 'C19992', 'C19993']);
    expect(people.filter((person) => of(person, 'ManagerID') === '')).toHaveLength(1);
  });

  it('has one mistake a person, none of them an intern or a manager', () => {
    const ids = new Set(before.map((person) => of(person, 'WorkerID')));
    const joiners = people.filter((person) => !ids.has(of(person, 'WorkerID')));
    expect(joiners).toHaveLength(40);
    expect(joiners.some((person) => of(person, 'WorkerType') === 'Intern')).toBe(false);
    const managers = new Set(people.map((person) => of(person, 'ManagerID')));
    expect(joiners.filter((person) => of(person, 'WorkerID') !== '' && managers.has(of(person, 'WorkerID')))).toEqual(
      [],
    );
    expect(joiners.filter((person) => mistakesOf(person) === 1)).toHaveLength(16);
    expect(joiners.filter((person) => mistakesOf(person) === 0)).toHaveLength(24);
  });

  function mistakesOf(person: Person): number {
    const ids = new Set(people.map((one) => of(one, 'WorkerID')));
    const isCapitalised = of(person, 'UserID') !== of(person, 'UserID').toLowerCase();
    const checks = [
      of(person, 'WorkerStatus') === 'Actve',
      !isDate(of(person, 'HireDate')),
      of(person, 'WorkerID') === '' || of(person, 'WorkerID').length > 16,
      isCapitalised || !isUserName(of(person, 'UserID')),
      of(person, 'FullName') === '',
      !ids.has(of(person, 'ManagerID')),
    ];
    return checks.filter(Boolean).length;
  }
});

describe('the sample company a week earlier', () => {
  it('has no mistakes', () => {
    const ids = before.map((person) => of(person, 'WorkerID'));
    expect(new Set(ids).size).toBe(960);
    expect(new Set(before.map((person) => of(person, 'UserID').toLowerCase())).size).toBe(960);
    for (const person of before) {
      expect(ids).toContain(of(person, 'ManagerID') || of(person, 'WorkerID'));
      expect(['Active', 'Leave', 'Terminated']).toContain(of(person, 'WorkerStatus'));
      expect(isDate(of(person, 'HireDate'))).toBe(true);
      expect(of(person, 'WorkerID')).toMatch(/^C\d{5}$/);
      expect(of(person, 'UserID')).toMatch(/^[a-z.-]{1,64}$/);
      expect(of(person, 'FullName')).not.toBe('');
    }
  });

  it('differs from today by movers and leavers', () => {
    const byId = new Map(people.map((person) => [of(person, 'WorkerID'), person]));
    const counts: Record<string, number> = {};
    for (const person of before) {
      const now = byId.get(of(person, 'WorkerID'));
      const changed = [...person.keys()].filter((column) => of(person, column) !== of(now, column));
      const what = now === undefined ? 'gone' : kindOfChange(changed);
      counts[what] = (counts[what] ?? 0) + 1;
    }
    expect(counts).toEqual({
      unchanged: 888,
      left: 12,
      promoted: 20,
      'other department': 12,
      'other manager': 14,
      'other office': 14,
    });
  });

  function kindOfChange(columns: readonly string[]): string {
    if (columns.length === 0) return 'unchanged';
    if (columns.includes('Department')) return 'other department';
    if (columns.includes('City')) return 'other office';
    const known: Readonly<Record<string, string>> = {
      'WorkerStatus TerminationDate': 'left',
      JobTitle: 'promoted',
      ManagerID: 'other manager',
    };
    return known[columns.join(' ')] ?? columns.join(' ');
  }
});
