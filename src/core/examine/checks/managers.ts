import { formatCount } from '../../text/formatCount';
import { defineProblemKinds } from '../../problems/problemKind';
import { ENTERPRISE_USER_URN } from '../../scim/urns';
import type { ValueFinding } from '../valueFinding';
import { findingAt, inFirstLine, listWords, placeOfRule, recordCount } from '../findingAt';
import { ColumnValues } from '../columnValues';
import { findRings } from '../findRings';
import type { OtherForm } from '../managerForms';
import { ManagerForms } from '../managerForms';
import { outcomeKey, outcomeText } from '../outcomeText';
import { AFTER_LIMIT, MAX_PEOPLE } from './peopleLimit';
import type { ValueRule } from '../valueRule';

const [unknown, otherColumn, otherForm, self, ring] = defineProblemKinds([
  {
    code: 'value.manager.unknown',
    severity: 'information',
    title: 'Managers who are not in the extract',
    explanation:
      'Entra finds the manager by externalId among the people of the same upload and those that the same job has already provisioned. If the manager is neither, the attribute stays empty.',
    remedy:
      'Use the column with the externalId of the manager, and check whether where excludes managers. This is fine if the managers were in an earlier extract.',
    authority: 'Entra',
    example: {
      wrong: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value = [ManagerName]',
      right:
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value = [ManagerID]  # holds what externalId gives for the manager',
    },
  },
  {
    code: 'value.manager.other-column',
    severity: 'warning',
    title: 'Managers by mail address or name',
    explanation:
      'The rule identifies managers by another column, such as their mail address or name. Entra finds a manager only by externalId, so it never finds these.',
    remedy:
      "Use the column with the manager's externalId, or have one added to the export. If there is none, build externalId from the column that identifies the managers.",
    authority: 'Entra',
    example: {
      wrong:
        'externalId = [WorkerID]\nurn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value = [ManagerMail]  # holds what [Mail] holds',
      right:
        'externalId = [WorkerID]\nurn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value = [ManagerID]',
    },
  },
  {
    code: 'value.manager.other-form',
    severity: 'warning',
    title: 'Managers by another form of the id',
    explanation:
      "The manager's id and the person's externalId differ in leading zeros, or the rule for externalId changes what the column holds but the rule for the manager does not. Entra compares the whole text, so it never finds these managers.",
    remedy:
      "Change the manager's id in the same way as externalId changes the person's. If a spreadsheet has removed zeros, export both columns again, as text.",
    authority: 'Entra',
    example: {
      wrong:
        'externalId = Replace([WorkerID], "E", , , "", , )\nurn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value = [ManagerID]  # E417',
      right:
        'externalId = Replace([WorkerID], "E", , , "", , )\nurn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value = Replace([ManagerID], "E", , , "", , )',
    },
  },
  {
    code: 'value.manager.self',
    severity: 'warning',
    title: 'People who are their own manager',
    explanation: 'A record names its own externalId as the manager, as some systems do for the head of the company.',
    remedy: 'Omit the manager if it is the same person.',
    authority: 'the extract',
    example: {
      wrong: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value = [ManagerID]',
      right:
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value = IIF([ManagerID] = [WorkerID], IgnoreAttributeFlow, [ManagerID])',
    },
  },
  {
    code: 'value.manager.ring',
    severity: 'information',
    title: 'Managers in a ring',
    explanation:
      'The chain of managers leads back to the person. Approvals and organisation charts that follow managers never end there.',
    remedy: 'Have one of the managers corrected in the system of record.',
    authority: 'the extract',
    example: {
      wrong:
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value = [ManagerID]  # of two people, each is the manager of the other',
      right:
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value = [ManagerID]  # one of the two corrected in the extract',
    },
  },
]);

const LABEL = `${ENTERPRISE_USER_URN}:manager.value`;

/** The maximum number of listed rings, and of lines in each. */
const MAX_RINGS = 5;
const MAX_LINES = 8;

/** People are identified by the JSON of their ids. */
interface Person {
  readonly line: number;
  readonly manager: string | undefined;
}

/** Reports managers who are not in the extract, who are the person, or who form a ring. */
export const managers: ValueRule = {
  kinds: [unknown, otherColumn, otherForm, self, ring],
  start: ({ loaded, mapping, columns: header }) => {
    const idIndex = mapping.rules.findIndex(({ label }) => label === 'externalId');
    const index = mapping.rules.findIndex(({ label }) => label === LABEL);
    const rule = mapping.rules[index];
    if (idIndex < 0 || rule === undefined || rule.columns.length === 0) return undefined;
    const people = new Map<string, Person>();
    const own = { count: 0, line: 0, example: '' };
    let isCut = false;
    const idColumns = mapping.rules[idIndex]?.columns ?? [];
    const names = new ColumnValues(header, [...rule.columns, ...idColumns]);
    const forms = new ManagerForms(
      idColumns.map((column) => header.indexOf(column)),
      MAX_PEOPLE,
    );
    return {
      add: (record, outcomes) => {
        const { cells, line } = record;
        names.add(cells);
        const id = outcomeKey(outcomes[idIndex]);
        if (id === undefined) return;
        forms.add(record, id);
        const manager = outcomeKey(outcomes[index]);
        if (manager === id) {
          if (own.count === 0) [own.line, own.example] = [line, outcomeText(outcomes[index]) ?? ''];
          own.count++;
        }
        if (people.has(id)) return;
        if (people.size < MAX_PEOPLE) people.set(id, { line, manager });
        else isCut = true;
      },
      exclude: ({ cells }) => names.add(cells),
      finish: ({ isComplete, unread }) => {
        const place = placeOfRule(loaded, rule);
        const { columns } = rule;
        const findings: ValueFinding[] = [];
        const inOtherForm = formsOfAbsent(people, forms);
        const absent = absentManagers(people, inOtherForm);
        for (const form of countForms(people, inOtherForm))
          findings.push(findingAt(place, otherForm, describeOtherForm(form, columns, idColumns)));
        const meant = names.columnOf(absent.managers, absent.found);
        if (meant !== undefined) {
          const named = describeOtherColumn(absent, meant, columns, idColumns);
          findings.push(findingAt(place, otherColumn, named));
        } else if (isComplete && !isCut && absent.count > 0) {
          // Only a file that was read completely shows who is missing
          const unfound = describeUnknown(absent, unread);
          findings.push(findingAt(place, unknown, { ...unfound, data: { ...unfound.data, columns } }));
        }
        if (own.count > 0) {
          const { count, line, example } = own;
          const message = `${recordCount(count)}, ${inFirstLine(count, line)}, ${count === 1 ? 'names' : 'name'} the person as the manager.`;
          findings.push(findingAt(place, self, { message, count, line, data: { columns, example } }));
        }
        const rings = describeRings(people, isCut);
        if (rings !== undefined) findings.push(findingAt(place, ring, { ...rings, data: { ...rings.data, columns } }));
        return findings;
      },
    };
  },
};

/** Managers who are not among the people, by their keys, and how many are among them. */
interface AbsentManagers {
  readonly count: number;
  readonly line: number;
  readonly managers: ReadonlySet<string>;
  /** Number of distinct managers who are among the people. */
  readonly found: number;
}

type Forms = ReadonlyMap<string, OtherForm['kind']>;

function formsOfAbsent(people: ReadonlyMap<string, Person>, forms: ManagerForms): Forms {
  const managers = [...people.values()].flatMap(({ manager }) =>
    manager === undefined || people.has(manager) ? [] : [manager],
  );
  return forms.formsOf(new Set(managers), people.keys());
}

function countForms(people: ReadonlyMap<string, Person>, forms: Forms): readonly OtherForm[] {
  return (['unchanged', 'zeros'] as const).flatMap((kind) => {
    const lines = [...people.values()].flatMap(({ line, manager }) =>
      manager !== undefined && forms.get(manager) === kind ? [line] : [],
    );
    const [line] = lines;
    return line === undefined ? [] : [{ kind, count: lines.length, line }];
  });
}

function absentManagers(people: ReadonlyMap<string, Person>, inOtherForm: Forms): AbsentManagers {
  const managers = new Set<string>();
  const found = new Set<string>();
  let [count, line] = [0, 0];
  for (const person of people.values()) {
    if (person.manager === undefined || inOtherForm.has(person.manager)) continue;
    if (people.has(person.manager)) {
      found.add(person.manager);
      continue;
    }
    if (count === 0) line = person.line;
    count++;
    managers.add(person.manager);
  }
  return { count, line, managers, found: found.size };
}

function describeUnknown({ count, line, managers: ids }: AbsentManagers, unread: number) {
  const which = ids.size === 1 ? '1 manager' : `${formatCount(ids.size)} managers`;
  const [first = '""'] = ids;
  const doubt =
    unread === 0
      ? ''
      : ` They may be in the ${unread === 1 ? 'row' : `${formatCount(unread)} rows`} that cannot be read.`;
  const message = `${recordCount(count)}, ${inFirstLine(count, line)}, ${count === 1 ? 'has' : 'have'} a manager who is not among the people of this extract (${which} in total). Entra finds them only if the same job has already provisioned them.${doubt}`;
  return { message, count, line, data: { managers: ids.size, example: JSON.parse(first) as string } };
}

function describeOtherForm({ kind, count, line }: OtherForm, columns: readonly string[], idColumns: readonly string[]) {
  const brackets = (names: readonly string[]) => listWords(names.map((name) => `[${name}]`));
  const who = `${recordCount(count)}, ${inFirstLine(count, line)}, ${count === 1 ? 'has' : 'have'} a manager`;
  const message =
    kind === 'zeros'
      ? `${who} whose externalId in this extract has other leading zeros than ${brackets(columns)}. Entra compares the whole text and never finds them. Give both ids the same zeros: export both columns as text.`
      : `${who} who is named as in ${brackets(idColumns)}, but the rule for externalId changes that id. Entra never finds them. Apply the expression of externalId to ${brackets(columns)}, too.`;
  return { message, count, line, data: { columns, form: kind } };
}

function describeOtherColumn(
  { count, line }: AbsentManagers,
  meant: string,
  columns: readonly string[],
  idColumns: readonly string[],
) {
  const brackets = (names: readonly string[]) => listWords(names.map((name) => `[${name}]`));
  const source = idColumns.length === 0 ? '' : `, which comes from ${brackets(idColumns)}`;
  const message = `${brackets(columns)} ${columns.length === 1 ? 'holds' : 'hold'} the values of [${meant}], but Entra finds managers by externalId${source}: it never finds those of ${recordCount(count)}, ${inFirstLine(count, line)}. Use a column that holds the manager's ${idColumns.length === 1 ? brackets(idColumns) : 'externalId'}.`;
  return { message, count, line, data: { columns, meant } };
}

function describeRings(people: ReadonlyMap<string, Person>, isCut: boolean) {
  const rings = findRings(people, ({ manager }) => manager).map((ids) => ids.map((id) => people.get(id)?.line ?? 0));
  const [first] = rings;
  if (first === undefined) return undefined;
  const count = rings.reduce((sum, lines) => sum + lines.length, 0);
  const shown = rings.slice(0, MAX_RINGS).map(describeLines).join('; ');
  const more = rings.length > MAX_RINGS ? `; and ${formatCount(rings.length - MAX_RINGS)} more` : '';
  const subject = rings.length === 1 ? 'A ring of managers' : `${formatCount(rings.length)} rings of managers`;
  const message = `${subject}, ${recordCount(count)} in total: lines ${shown}${more}.${isCut ? AFTER_LIMIT : ''}`;
  return { message, count, line: first[0] ?? 0, data: { rings: rings.slice(0, 100) } };
}

/** A text such as `4 → 9 → 4`. */
function describeLines(lines: readonly number[]): string {
  const shown = lines.slice(0, MAX_LINES).map((line) => formatCount(line));
  const more = lines.length > MAX_LINES ? ['…'] : [];
  return [...shown, ...more, formatCount(lines[0] ?? 0)].join(' → ');
}
