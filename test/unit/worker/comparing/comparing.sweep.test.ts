import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComparedKind } from '../../../../src/preview/comparison/comparedPeople';
import { Comparing } from '../../../../src/worker/comparing/comparing';
import { allRows, compared, compareInput, detailOf, otherText } from '../../../support/comparisons';
import { sweepOf } from '../../../support/sweep';

const MAPPING = `where [Kind] <> "hidden"
externalId = [Id]
userName = Append([Login], "@contoso.com")
displayName = [Name]
active = Switch([Status], , "a", "true", "i", "false")
title = [Title]
emails[type eq "work"].value = [Mail]
urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department = [Department]
`;

/** The attributes of the mapping, and what each is filled from. */
const ATTRIBUTES = {
  userName: 'login',
  active: 'status',
  displayName: 'name',
  title: 'title',
  'emails[type eq "work"].value': 'mail',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department': 'department',
} as const;

type Column = (typeof ATTRIBUTES)[keyof typeof ATTRIBUTES];
type Person = Readonly<Record<Column | 'id' | 'kind', string>>;

const few = (...texts: readonly string[]) => fc.constantFrom(...texts);
const people = fc.array(
  fc.record<Person>({
    id: few('1', '2', '3', '4', '5', '6', '7', 'Zoë "Z"', '01'),
    login: few('ann', 'bob'),
    name: few('Ann', 'Müller, B.', 'two\nlines'),
    // The last is refused
    status: few('a', 'a', 'a', 'i', 'x'),
    title: few('', 'Boss', 'boss'),
    mail: few('', 'a@b.example'),
    department: few('', 'North', 'South'),
    kind: few('', '', '', 'hidden'),
  }),
  { maxLength: 9 },
);

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function extractOf(persons: readonly Person[], delimiter: string): string {
  const rows = persons.map((person) =>
    [person.id, person.login, person.name, person.status, person.title, person.mail, person.department, person.kind]
      .map(quoted)
      .join(delimiter),
  );
  const header = ['Id', 'Login', 'Name', 'Status', 'Title', 'Mail', 'Department', 'Kind'].join(delimiter);
  return [header, ...rows, ''].join('\n');
}

const isSent = ({ status, kind }: Person) => status !== 'x' && kind !== 'hidden';

/** Each row of a list in so many words. */
interface Said {
  readonly id: string;
  readonly kind: ComparedKind;
  readonly changed: readonly string[];
}

/** What a person would say who goes through both lists by hand. */
function oracle(own: readonly Person[], other: readonly Person[]): readonly Said[] {
  const before = new Map<string, Person>();
  for (const person of other) if (isSent(person) && !before.has(person.id)) before.set(person.id, person);
  const met = new Set<string>();
  const said: Said[] = [];
  for (const person of own.filter(isSent)) {
    const was = before.get(person.id);
    const changed = was === undefined ? [] : changesOf(was, person);
    said.push({ id: person.id, kind: met.has(person.id) ? 'repeated' : kindOf(was, person, changed), changed });
    met.add(person.id);
  }
  for (const person of own) {
    if (isSent(person) || met.has(person.id) || !before.has(person.id)) continue;
    met.add(person.id);
    said.push({ id: person.id, kind: 'left-out', changed: [] });
  }
  for (const id of before.keys()) if (!met.has(id)) said.push({ id, kind: 'leaver', changed: [] });
  return said;
}

function changesOf(was: Person, is: Person): readonly string[] {
  return Object.entries(ATTRIBUTES).flatMap(([path, column]) => (was[column] === is[column] ? [] : [path]));
}

function kindOf(was: Person | undefined, is: Person, changed: readonly string[]): ComparedKind {
  if (was === undefined) return 'joiner';
  if (was.status === 'a' && is.status === 'i') return 'disabled';
  return changed.length > 0 ? 'changed' : 'unchanged';
}

const ORDER: readonly ComparedKind[] = [
  'joiner', 'changed', 'disabled', 'leaver', 'left-out', 'repeated', 'again', 'unchanged',
]; // prettier-ignore

const inOrder = (said: readonly Said[]) =>
  ORDER.flatMap((kind) => said.filter((each) => each.kind === kind)).map((each) => ({
    ...each,
    changed: [...each.changed].sort(),
  }));

describe('Comparing', () => {
  it('says of everybody in two extracts what somebody says who goes through both by hand', async () => {
    await fc.assert(
      fc.asyncProperty(people, people, few(',', ';', '\t'), async (own, other, delimiter) => {
        const input = compareInput(extractOf(own, ','), MAPPING, otherText(extractOf(other, delimiter)));
        const comparing = new Comparing(input);
        const status = await compared(comparing);
        const rows = await allRows(comparing, status);
        expect(rows.map(({ id, kind, changed }) => ({ id, kind, changed: [...changed].sort() }))).toEqual(
          inOrder(oracle(own, other)),
        );
        expect(rows.every(({ hasOtherChanges }) => !hasOtherChanges)).toBe(true);
      }),
      sweepOf(300),
    );
  });

  it('shows the values of both extracts where they differ, and no others as different', async () => {
    await fc.assert(
      fc.asyncProperty(people, people, async (own, other) => {
        const comparing = new Comparing(compareInput(extractOf(own, ','), MAPPING, otherText(extractOf(other, ';'))));
        const rows = await allRows(comparing, await compared(comparing));
        for (const row of rows.filter(({ kind }) => kind === 'changed' || kind === 'disabled')) {
          const { values } = await detailOf(comparing, row);
          const differing = values.filter(({ differs }) => differs).map(({ path }) => path);
          expect(differing.sort()).toEqual([...row.changed].sort());
          for (const { differs, before, now } of values) expect(before !== now).toBe(differs);
        }
      }),
      sweepOf(100),
    );
  });
});
