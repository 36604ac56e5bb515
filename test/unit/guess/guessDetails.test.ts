import { describe, expect, it } from 'vitest';
import { isPrivate, meaningsOf } from '../../../src/core/guess/headers/headerMeaning';
import { guessMapping } from '../../../src/core/guess/guessMapping';
import { wordsOf } from '../../../src/core/text/headerWords';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { formatAttributePath } from '../../../src/core/scim/attributePath';

describe('wordsOf', () => {
  it.each([
    ['Legal_First-Name', ['legal', 'first', 'name']],
    ['legalFirstName', ['legal', 'first', 'name']],
    ['SFUserID2', ['sf', 'user', 'id2']],
    ['Prénom', ['prenom']],
    ['Straße', ['strasse']],
    ['Employee #', ['employee', 'number']],
    ['メールアドレス', ['メールアドレス']],
    ['***', []],
  ])('of %s are %j', (header, expected) => {
    expect(wordsOf(header)).toEqual(expected);
  });
});

describe('the meanings of a header', () => {
  it.each([
    ['Worker Last Name', 'familyName'],
    ['Kostenstelle', 'costCenter'],
    ['CENTRE DE COÛTS', 'costCenter'],
    ['Apellidos', 'familyName'],
    ['Voornaam', 'givenName'],
    ['Cognome', 'familyName'],
    ['部署', 'department'],
    ['Data de admissão', 'hireDate'],
  ])('of %s have %s as the surest', (header, meaning) => {
    expect([...meaningsOf(header)].sort((a, b) => b[1] - a[1])[0]?.[0]).toBe(meaning);
  });

  it('know private things', () => {
    expect(['Home Phone', 'E-Mail privat', 'Correo personal', 'Office Phone'].map(isPrivate)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

/** The guess for one attribute. */
function guessOf(path: string, columns: readonly string[], records: readonly (readonly string[])[]) {
  return guessMapping(columns, records).guesses.find((guess) => formatAttributePath(guess.path) === path);
}

describe('dates', () => {
  const of = (...values: readonly string[]) =>
    guessMapping(
      ['Employee ID', 'Hire Date'],
      values.map((value, index) => [`${index}`, value]),
    ).guesses.find(({ path }) => path.attribute === 'HireDate');

  it.each([
    [['2024-02-29', '2023-12-01', '2023-12-05'], '"yyyy-MM-dd"', undefined],
    [
      ['2024-02-29', '2023-12-01', '2023-11-31'],
      '"yyyy-MM-dd"',
      'Some values of [Hire Date] are not dates of this format.',
    ],
    [['01.02.2024', '03.04.2024', '05.06.2024'], '"dd.MM.yyyy"', undefined],
    [['01/02/2024', '03/04/2024', '05/06/2024'], '"dd/MM/yyyy"', 'Its values do not tell.'],
    [['01/02/2024', '03/04/2024', '05/26/2024'], '"MM/dd/yyyy"', undefined],
    [['01.02.2024', '31.12.9999'], '"dd.MM.yyyy"', undefined],
    [['soon', 'later', 'never'], '"yyyy-MM-dd"', 'How [Hire Date] writes dates could not be seen.'],
  ])('of %j are read as %s', (values, format, reason) => {
    const guess = of(...values);
    expect(guess?.expression).toContain(format);
    if (reason === undefined) expect(guess?.reason).not.toMatch(/Some values|do not tell|could not be seen/);
    else expect(guess?.reason).toContain(reason);
  });
});

describe('active', () => {
  const of = (column: string, ...values: readonly string[]) =>
    guessOf(
      'active',
      ['Employee ID', column],
      values.map((value, index) => [`${index}`, value]),
    );

  it.each([
    ['Active', ['Y', 'N'], 'Switch([Active], , "Y", "True", "N", "False")'],
    ['Is Active', ['1', '0'], 'Switch([Is Active], , "1", "True", "0", "False")'],
    ['Aktiv', ['ja', 'nein'], 'Switch([Aktiv], , "ja", "True", "nein", "False")'],
    [
      'Status',
      ['ACTIVE', 'Terminated', 'Retired'],
      'Switch([Status], , "ACTIVE", "True", "Terminated", "False", "Retired", "False")',
    ],
    ['Statut', ['Actif'], 'Switch([Statut], , "Actif", "True")'],
  ])('of a column %s with %j is %s', (column, values, expected) => {
    expect(of(column, ...values)).toMatchObject({ isWritten: true, expression: expected });
  });

  it.each([
    ['Status', ['Y', 'N']],
    ['Status', ['1', '0']],
    ['Status', ['Active', 'On Leave']],
    ['Status', ['Active', 'Baja']],
    ['Status', ['A', 'T']],
    ['Active', ['Y', 'maybe']],
    ['Status', ['']],
  ])('of a column %s with %j is only proposed', (column, values) => {
    expect(of(column, ...values)?.isWritten).toBe(false);
  });

  it('is not guessed from a column of another name', () => {
    expect(of('On Leave', 'True', 'False')).toBeUndefined();
    expect(of('Terminated', '2024-01-31', '2024-02-29')).toBeUndefined();
  });

  it.each([
    ['Terminated', ['Y', 'N'], 'Switch([Terminated], , "Y", "False", "N", "True")'],
    ['IsSoftDeleted', ['False', 'True'], 'Switch([IsSoftDeleted], , "False", "True", "True", "False")'],
    ['Ausgeschieden', ['nein', 'ja'], 'Switch([Ausgeschieden], , "nein", "True", "ja", "False")'],
    ['Inactive', ['0', '1'], 'Switch([Inactive], , "0", "True", "1", "False")'],
    ['account_disabled', ['x', ''], 'Switch(Coalesce([account_disabled], "empty"), , "x", "False", "empty", "True")'],
  ])('of a column %s, which asks the opposite, is proposed the other way round', (column, values, expression) => {
    expect(of(column, ...values)).toMatchObject({
      isWritten: false,
      expression,
      reason: expect.stringContaining('says the opposite') as string,
    });
  });

  it('goes by the status where there is one, and names the column that says the opposite', () => {
    const guess = guessOf(
      'active',
      ['Id', 'Status', 'Deleted'],
      [
        ['1', 'Active', 'N'],
        ['2', 'Left', 'Y'],
      ],
    );
    expect(guess).toMatchObject({
      isWritten: true,
      expression: 'Switch([Status], , "Active", "True", "Left", "False")',
      reason: expect.stringContaining('[Deleted] also tells who has left') as string,
    });
  });

  it('is a question when two columns could be it', () => {
    const guess = guessOf('active', ['Id', 'Status', 'Worker Status'], [['1', 'Active', 'Active']]);
    expect(guess).toMatchObject({
      isWritten: false,
      reason: expect.stringContaining('[Status] or [Worker Status]?') as string,
    });
  });
});

describe('userName', () => {
  it.each([
    [['Login', 'E-Mail'], [['a.b', 'a.b@contoso.com']], '[E-Mail]', true],
    [['Login', 'E-Mail'], [['x1', 'a.b@contoso.com']], '[E-Mail]', true],
    [['Login', 'Phone'], [['x1', '0123 45678']], 'Join("@", ToLower([Login]), "example.com")', false],
    [['Login', 'Manager E-Mail'], [['x1', 'b@fabrikam.com']], 'Join("@", ToLower([Login]), "fabrikam.com")', true],
    [['UPN'], [['a.b@contoso.com']], '[UPN]', true],
    [['E-Mail'], [['a.b@contoso.com'], ['a.b@contoso.com']], '[E-Mail]', false],
    [['Private E-Mail'], [['a.b@contoso.com']], undefined, undefined],
    [['E-Mail'], [['a.b@gmail.com']], undefined, undefined],
  ])('of %j with %j is %s', (columns, records, expression, isWritten) => {
    const guess = guessOf('userName', columns, records);
    expect([guess?.expression, guess?.isWritten]).toEqual([expression, isWritten]);
  });
});

describe('country', () => {
  const path = 'addresses[type eq "work"].country';
  it.each([
    [['DE', 'FR'], '[Country]', true],
    [['DE', 'UK'], 'Switch([Country], [Country], "UK", "GB")', true],
    [['Deutschland', 'Frankreich'], 'Switch([Country], [Country], "Deutschland", "DE", "Frankreich", "FR")', true],
    [
      ['Germany', 'France', 'Ruritania'],
      'Switch([Country], [Country], "Germany", "DE", "France", "FR", "Ruritania", "?")',
      false,
    ],
  ])('of %j is %s', (values, expression, isWritten) => {
    expect(
      guessOf(
        path,
        ['Country'],
        values.map((value) => [value]),
      ),
    ).toMatchObject({ expression, isWritten });
  });
});

describe('any extract', () => {
  it.each([
    [[], []],
    [['', 'a]', '['], [['1', '2', '3']]],
    [['Status', 'Status'], [['a"b\\', 'x\ny']]],
    [['Employee ID', 'First Name', 'Last Name', 'Status', 'Email', 'Hire Date'], []],
    [['__proto__', 'constructor', 'Country'], [['toString', 'constructor', 'constructor']]],
  ])('with the header %j gives a text that loads', (columns, records) => {
    const { text } = guessMapping(columns, records);
    const errors = loadMapping(text).problems.filter(
      ({ severity, code }) => severity === 'error' && code !== 'mapping.missing-rule',
    );
    expect(errors).toEqual([]);
  });

  it('is named with its numbers, and so are the columns that are not used', () => {
    const { text } = guessMapping(['Employee ID', 'Shoe Size'], [['1', '41']], { source: { files: ['people.csv'] } });
    expect(text).toContain('# Guessed from 2 columns and 1 record:');
    expect(text).toContain('files = "people.csv"');
    expect(text).toContain('# Not used: [Shoe Size]');
  });
});
