import { describe, expect, it } from 'vitest';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { formatAttributePath } from '../../../src/core/scim/attributePath';
import { guessExtract } from '../../../src/extract/guessExtract';

async function* bytesOf(lines: readonly string[]): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield new TextEncoder().encode(`${lines.join('\n')}\n`);
}

async function guess(lines: readonly string[], defaultDomain?: string) {
  const input = { file: 'people.csv', ...(defaultDomain === undefined ? {} : { defaultDomain }) };
  const guessed = await guessExtract(() => bytesOf(lines), input);
  if ('problem' in guessed) throw new Error(guessed.problem.message);
  return guessed;
}

/** `count` records of a company in which everybody is led by the first, with an address and a date of joining. */
function company(count: number, delimiter = ','): readonly string[] {
  const cells = Array.from({ length: count }, (_, index) => [
    `W${1000 + index}`,
    `p${index}@northwind.com`,
    index === 0 ? '' : 'W1000',
    `0${1 + (index % 9)}/0${1 + (index % 7)}/2020`,
  ]);
  return [['Worker ID', 'Work Email', 'Manager ID', 'Hire Date'], ...cells].map((row) => row.join(delimiter));
}

describe('guessing from a file', () => {
  it('takes an id column with one duplicate and one missing id, and says in which lines', async () => {
    const lines = company(299).map((line, index) =>
      index === 120 ? line.replace(/^W\d+/, 'W1050') : index === 200 ? line.replace(/^W\d+/, '') : line,
    );
    const { text, guesses } = await guess(lines);
    const written = Object.fromEntries(
      guesses.filter(({ isWritten }) => isWritten).map(({ path, expression }) => [path.attribute, expression]),
    );
    expect(written).toMatchObject({ externalId: '[Worker ID]', manager: '[Manager ID]', userName: '[Work Email]' });
    expect(text).toContain('The same [Worker ID] is in lines 52 and 121: each person needs one of their own.');
    expect(text).toContain('[Worker ID] is empty in line 201: such a record is refused.');
  });

  it('reads on where the first records do not tell the day from the month', async () => {
    const open = await guess(company(4000));
    expect(open.text).toContain('Is a date in [Hire Date] "dd/MM/yyyy" or "MM/dd/yyyy"?');
    const decided = await guess([...company(4000), 'W9999,z@northwind.com,W1000,03/25/2020']);
    expect(decided.text).toContain('FormatDateTime([Hire Date], , "MM/dd/yyyy"');
    expect(decided.text).not.toContain('Its values do not tell');
  });

  it('writes a tab so that it can be seen, and reads it so', async () => {
    const { text } = await guess(company(3, '\t'));
    expect(text).toContain('  delimiter = "\\t"\n');
    expect(text).not.toContain('\t');
    expect(loadMapping(text).model.source.delimiter).toBe('\t');
    // As it was written before
    expect(loadMapping('source csv { delimiter = "\t" }').model.source.delimiter).toBe('\t');
  });

  it.each([
    [['Login,Phone', 'ada,1'], 'fabrikam.com', 'Join("@", ToLower([Login]), "fabrikam.com")', true],
    [['Login,Phone', 'ada,1'], undefined, 'Join("@", ToLower([Login]), "example.com")', false],
    [['Login,Boss mail', 'ada,bo@northwind.com'], 'fabrikam.com', 'Join("@", ToLower([Login]), "northwind.com")', true],
    [['Login,Private mail', 'ada,ada@gmail.com'], 'fabrikam.com', 'Join("@", ToLower([Login]), "fabrikam.com")', true],
  ])(
    'of %j makes sign-in names in the domain of the addresses, else in %s',
    async (lines, domain, expression, written) => {
      const { guesses } = await guess(lines, domain);
      const userName = guesses.find(({ path }) => formatAttributePath(path) === 'userName');
      expect([userName?.expression, userName?.isWritten]).toEqual([expression, written]);
      expect(userName?.reason).toMatch(written ? /^The domain / : /Replace example\.com with a domain of the tenant/);
    },
  );
});

describe('guessing from a file that cannot be read as it is', () => {
  const guessOf = async (
    bytes: Uint8Array,
    more: { readonly editorEncoding?: string; readonly encoding?: string } = {},
  ) =>
    guessExtract(
      async function* () {
        yield await Promise.resolve(bytes);
      },
      { file: 'people.csv', ...more },
    );
  const latin = Buffer.from('Id;Nachname\n1;J\xe4ger\n2;Sch\xfctz\n', 'latin1');

  it('states the encoding that it looks like, and says so', async () => {
    const guessed = await guessOf(latin);
    if ('problem' in guessed) throw new Error(guessed.problem.message);
    expect(guessed.text).toContain('  # The file is not UTF-8');
    expect(loadMapping(guessed.text).model.source.encoding).toBe('windows-1252');
    expect(guessed.decided.map(({ code, severity }) => [code, severity])).toEqual([
      ['csv.encoding.invalid', 'warning'],
    ]);
  });

  it('takes the word of an editor, and that of a call', async () => {
    const edited = await guessOf(latin, { editorEncoding: 'iso-8859-15' });
    expect('text' in edited && loadMapping(edited.text).model.source.encoding).toBe('iso-8859-15');
    const called = await guessOf(latin, { encoding: 'windows-1250' });
    expect('text' in called && [loadMapping(called.text).model.source.encoding, called.decided]).toEqual([
      'windows-1250',
      [],
    ]);
    const wide = await guessOf(Buffer.from('Id;Nachname\n1;Jäger\n'), { editorEncoding: 'windows-1252' });
    expect('text' in wide && wide.text).not.toContain('encoding');
  });

  it.each([
    ['alone on its line', 'Staff\nas of May\n\nPersonnel no,Login,Status\n7,ada,active\n8,ben,active\n'],
    ['padded by a spreadsheet', 'Staff,,\nas of May,,\n,,\nPersonnel no,Login,Status\n7,ada,active\n8,ben,active\n'],
  ])('reads below a title that is %s, and says so', async (_, text) => {
    const guessed = await guessOf(Buffer.from(text));
    if ('problem' in guessed) throw new Error(guessed.problem.message);
    expect(guessed.text).toMatch(/# The lines above look like a title\.\n {2}header = 4/);
    expect(guessed.decided.map(({ code, line }) => [code, line])).toEqual([['csv.header.doubtful', 4]]);
  });
});
