import { describe, expect, it } from 'vitest';
import type { TextOutcome } from '../../support/oracle/convertAsText';
import { convertAsText } from '../../support/oracle/convertAsText';
import { compileMapping } from '../../../src/core/convert/compileMapping';
import { isUsable, loadMapping } from '../../../src/core/mapping/loadMapping';
import type { PlanMoment } from '../../../src/core/convert/planMoment';

const NEEDED = 'externalId = [Id]\nuserName = [User]\nactive = [Active]\n';

/** Converts one record, given as cells by column; `Id`, `User` and `Active` are filled in. */
function convert(rules: string, cells: Readonly<Record<string, string>> = {}): TextOutcome {
  const all = { Id: '7', User: 'ana', Active: 'true', ...cells };
  const loaded = loadMapping(NEEDED + rules);
  expect(loaded.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  const compiled = compileMapping(loaded, Object.keys(all));
  if ('problems' in compiled) throw new Error(compiled.problems.map((problem) => problem.message).join(' '));
  return convertAsText(compiled.mapping)({ number: 1, line: 2, cells: Object.values(all) });
}

function data(rules: string, cells?: Readonly<Record<string, string>>): Record<string, unknown> {
  const outcome = convert(rules, cells);
  if (outcome.kind !== 'operation') throw new Error(JSON.stringify(outcome));
  const {
    schemas: _schemas,
    externalId: _id,
    userName: _user,
    active: _active,
    ...rest
  } = JSON.parse(outcome.data) as Record<string, unknown>;
  return rest;
}

function refusals(rules: string, cells?: Readonly<Record<string, string>>): readonly string[] {
  const outcome = convert(rules, cells);
  return outcome.kind === 'refused'
    ? outcome.problems.map(({ code, path }) => `${path ?? ''} ${code}`)
    : [outcome.kind];
}

describe('a record becomes a resource', () => {
  it('in one order of members, however the rules are ordered', () => {
    const outcome = convert(
      'urn:z:1.0:User:B = "b"\nurn:a:1.0:User:A = "a"\nurn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department = "d"\ntitle = "t"\nname.givenName = "g"\nname.familyName = "f"',
    );
    expect(outcome).toMatchObject({ kind: 'operation', externalId: '7' });
    expect(outcome.kind === 'operation' && outcome.data).toBe(
      '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User","urn:a:1.0:User","urn:z:1.0:User"],' +
        '"externalId":"7","userName":"ana","name":{"familyName":"f","givenName":"g"},"title":"t","active":true,' +
        '"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"d"},"urn:a:1.0:User":{"A":"a"},"urn:z:1.0:User":{"B":"b"}}',
    );
  });

  it('with canonical names', () => {
    expect(data('TITLE = "t"\nPhonenumbers[type eq "work"].VALUE = "1"')).toEqual({
      title: 't',
      phoneNumbers: [{ value: '1', type: 'work' }],
    });
  });

  it('with one element for rules that share a filter', () => {
    expect(
      data(
        'addresses[type eq "work"].locality = "L"\naddresses[type eq "work"] { country = "DE" }\naddresses[type eq "home"].locality = "H"',
      ),
    ).toEqual({
      addresses: [
        { locality: 'H', type: 'home' },
        { locality: 'L', country: 'DE', type: 'work' },
      ],
    });
  });

  it('and leaves out what has no members', () => {
    expect(
      data('name.givenName = [G]\nemails[type eq "work"].value = [M]\nschema urn:x:1.0:User { A = [G] }', {
        G: '',
        M: '',
      }),
    ).toEqual({});
  });

  it('and names a custom schema only where it is used', () => {
    const outcome = convert('schema urn:x:1.0:User { A = [G] }', { G: '' });
    expect(outcome.kind === 'operation' && (JSON.parse(outcome.data) as { schemas: string[] }).schemas).toEqual([
      'urn:ietf:params:scim:schemas:core:2.0:User',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
    ]);
  });

  it.each([
    ['omit', {}],
    ['null', { title: null }],
    ['blank', { title: '' }],
  ])('an empty cell under @empty(%s)', (policy, expected) => {
    expect(data(`title = [T] @empty(${policy})`, { T: '' })).toEqual(expected);
  });

  it('an empty cell under @empty(error) refuses the record', () => {
    expect(refusals('title = [T] @empty(error)', { T: '' })).toEqual(['title value.missing']);
  });

  it('counts the texts of the setting as empty', () => {
    expect(data('source csv { empty = "NULL", "N/A" }\ntitle = [T]\nnickName = [N]', { T: 'NULL', N: 'null' })).toEqual(
      { nickName: 'null' },
    );
  });

  it('keeps names that JavaScript objects have of their own', () => {
    expect(data('schema urn:x:1.0:User { constructor = [__proto__] }', { ['__proto__']: 'p' })).toEqual({
      'urn:x:1.0:User': { constructor: 'p' },
    });
  });

  it.each([
    ['Boolean', 'TRUE', true],
    ['Integer', '007', 7],
    ['Integer', '9007199254740993', 9007199254740993n],
    ['Decimal', '01.50', 1.5],
    ['DateTime', '2026-11-23T08:00:00+01:00', '2026-11-23T08:00:00+01:00'],
    ['String', ' x ', ' x '],
    ['Binary', 'AAEC', 'AAEC'],
  ])('as %s from %j', (type, cell, expected) => {
    const outcome = convert(`schema urn:x:1.0:User { A = [C] @type(${type}) }`, { C: cell });
    const text = outcome.kind === 'operation' ? outcome.data : JSON.stringify(outcome);
    expect(text).toContain(
      `"A":${typeof expected === 'string' ? JSON.stringify(expected) : type === 'Decimal' ? '1.50' : String(expected)}`,
    );
  });

  it.each([
    ['Boolean', 'yes', 'value.bool.unknown'],
    ['Integer', '1.5', 'value.number.invalid'],
    ['Decimal', '1,5', 'value.number.invalid'],
    ['DateTime', '2026-02-30T00:00:00Z', 'value.date.invalid'],
    ['DateTime', '2026-11-23', 'value.date.invalid'],
    ['Binary', 'A', 'value.binary.invalid'],
  ])('and is refused as %s from %j', (type, cell, code) => {
    expect(refusals(`schema urn:x:1.0:User { A = [C] @type(${type}) }`, { C: cell })).toEqual([
      `urn:x:1.0:User:A ${code}`,
    ]);
  });
});

describe('a record is not sent', () => {
  it('when its status word is unknown: no value becomes false because it was not understood', () => {
    expect(refusals('', { Active: 'Actve' })).toEqual(['active value.bool.unknown']);
    expect(refusals('', { Active: '' })).toEqual(['active value.missing']);
  });

  it('when a Switch decides nothing for a status word: the word is named, the cell is not called empty', () => {
    const text = 'externalId = [Id]\nuserName = [User]\nactive = Switch([Active], , "Active", "True")';
    const compiled = compileMapping(loadMapping(text), ['Id', 'User', 'Active']);
    const outcome =
      'mapping' in compiled
        ? convertAsText(compiled.mapping)({ number: 1, line: 2, cells: ['7', 'ana', 'Actve'] })
        : undefined;
    expect(outcome).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'value.bool.unknown', value: 'Actve', column: 'Active' }],
    });
  });

  it('when its id is missing or blank, with every other problem said too', () => {
    expect(refusals('', { Id: '  ', User: '' })).toEqual(['externalId value.id.missing', 'userName value.missing']);
  });

  it('when a date does not exist; the message holds no value, the problem does', () => {
    const outcome = convert('title = FormatDateTime([D], , "yyyy-MM-dd", "yyyy")', { D: '2024-02-30' });
    const problem = outcome.kind === 'refused' ? outcome.problems[0] : undefined;
    expect(problem).toMatchObject({
      code: 'value.date.invalid',
      column: 'D',
      value: '2024-02-30',
      line: 2,
      record: 1,
      path: 'title',
    });
    expect(problem?.message).not.toContain('2024-02-30');
  });

  it('when a condition excludes it, or a rule says IgnoreObjectFlow', () => {
    expect(convert('where [T] <> "Intern"', { T: 'Intern' })).toEqual({ kind: 'excluded', reason: 'where' });
    expect(convert('where [T] <> "Intern"\nwhere [T] <> "x"', { T: 'Employee' }).kind).toBe('operation');
    expect(convert('title = IIF([T] = "x", IgnoreObjectFlow, "y")', { T: 'x' })).toEqual({
      kind: 'excluded',
      reason: 'IgnoreObjectFlow',
    });
  });
});

describe('time and chance', () => {
  const moment = { now: { kind: 'dateTime' as const, ticks: 639_000_000_000_000_000n }, seed: 5 };
  const text =
    'externalId = [Id]\nuserName = Guid()\nactive = "True"\ntitle = FormatDateTime(Now(), , "", "yyyy")\nnickName = RandomString(8, 2, 0, 0, 2)';

  function converted(record: number, plan: PlanMoment | undefined = moment): unknown {
    const compiled = compileMapping(loadMapping(text), ['Id'], plan);
    return 'mapping' in compiled
      ? convertAsText(compiled.mapping)({ number: record, line: record + 1, cells: ['7'] })
      : undefined;
  }

  it('are those of the plan: the same record gives the same bytes, another record other ones', () => {
    expect(converted(1)).toMatchObject({ kind: 'operation' });
    expect(converted(1)).toEqual(converted(1));
    expect(converted(1)).not.toEqual(converted(2));
    expect(converted(1)).not.toEqual(converted(1, { ...moment, seed: 6 }));
  });

  it('do not depend on the rules around them', () => {
    const compiled = compileMapping(loadMapping(text), ['Id'], moment);
    const rule = 'mapping' in compiled ? compiled.mapping.rules[1] : undefined;
    const alone = rule?.apply(['7'], 1);
    expect(JSON.stringify(converted(1))).toContain(alone?.kind === 'value' ? alone.json.slice(1, -1) : 'nothing');
  });

  it('are problems of the record where no plan says them', () => {
    const outcome = converted(1, { ...moment, seed: 1 });
    expect(outcome).toMatchObject({ kind: 'operation' });
    const compiled = compileMapping(loadMapping(text), ['Id']);
    expect(
      'mapping' in compiled && convertAsText(compiled.mapping)({ number: 1, line: 2, cells: ['7'] }),
    ).toMatchObject({
      kind: 'refused',
    });
  });
});

describe('an extract without a column that the mapping reads', () => {
  it('is refused with all of them at once', () => {
    const loaded = loadMapping(`${NEEDED}title = [JobTitel]\nwhere [x] = "1"`);
    expect(isUsable(loaded)).toBe(true);
    const compiled = compileMapping(loaded, ['Id', 'User', 'Active', 'JobTitle']);
    expect(
      'problems' in compiled && compiled.problems.map(({ code, column, severity }) => [code, column, severity]),
    ).toEqual([
      ['map.column.missing', 'x', 'fatal'],
      ['map.column.missing', 'JobTitel', 'fatal'],
    ]);
  });
});
