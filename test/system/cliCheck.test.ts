import { afterAll, describe, expect, it } from 'vitest';
import { textLike } from '../support/matchers';
import { Workplace } from './support/runCli';
import { extract, HEADER, MAPPING, rows } from './support/samples';

const place = new Workplace();
afterAll(() => place.remove());

const WRONG = `${MAPPING}nickname2 = [Name]\nemails[type eq "home"].value = [Name]\n`;

describe('check', () => {
  it('says nothing of a mapping that is right', async () => {
    place.write('good.scimmap', MAPPING);
    expect(await place.run(['check', 'good.scimmap'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('prints one problem a line, with its place', async () => {
    place.write('wrong.scimmap', WRONG);
    const { code, out, err } = await place.run(['check', 'wrong.scimmap']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out.trimEnd().split('\n')).toEqual([
      textLike(/^wrong\.scimmap:5:1: error: .+ \[mapping\.unknown-attribute\]$/),
      textLike(/^wrong\.scimmap:6:1: warning: .+ \[mapping\.element-not-work\]$/),
    ]);
  });

  it('exits with 0 where there are only warnings', async () => {
    place.write('warned.scimmap', `${MAPPING}emails[type eq "home"].value = [Name]\n`);
    const { code, out } = await place.run(['check', 'warned.scimmap']);
    expect(code).toBe(0);
    expect(out).toContain(' warning: ');
  });

  it('checks several files', async () => {
    place.write('one.scimmap', MAPPING);
    place.write('two.scimmap', WRONG);
    const { code, out } = await place.run(['check', 'one.scimmap', 'two.scimmap']);
    expect(code).toBe(1);
    expect(
      new Set(
        out
          .trimEnd()
          .split('\n')
          .map((line) => line.split(':')[0]),
      ),
    ).toEqual(new Set(['two.scimmap']));
  });

  it('gives an array with --format json, its ends exclusive', async () => {
    place.write('wrong.scimmap', WRONG);
    const { code, out } = await place.run(['check', 'wrong.scimmap', '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      {
        file: 'wrong.scimmap',
        line: 5,
        column: 1,
        endLine: 5,
        endColumn: 10,
        severity: 'error',
        code: 'mapping.unknown-attribute',
      },
      { line: 6, severity: 'warning' },
    ]);
    place.write('good.scimmap', MAPPING);
    expect((await place.run(['check', 'good.scimmap', '--format', 'json'])).out).toBe('[]\n');
  });

  it('gives a SARIF log', async () => {
    place.write('wrong.scimmap', WRONG);
    const { code, out } = await place.run(['check', 'wrong.scimmap', '--format', 'sarif']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'entra-inbound' } },
          results: [
            {
              ruleId: 'mapping.unknown-attribute',
              level: 'error',
              locations: [{ physicalLocation: { artifactLocation: { uri: 'wrong.scimmap' } } }],
            },
            { ruleId: 'mapping.element-not-work', level: 'warning' },
          ],
        },
      ],
    });
  });
});

describe('check --level', () => {
  it('makes problems of a code matter more, less, or not at all', async () => {
    place.write('warned.scimmap', `${MAPPING}emails[type eq "home"].value = [Name]\n`);
    const level = (name: string) => ['check', 'warned.scimmap', '--level', `mapping.element-not-work=${name}`];
    expect(await place.run(level('error'))).toMatchObject({ code: 1, out: textLike(/: error: /) });
    expect(await place.run(level('off'))).toEqual({ code: 0, out: '', err: '' });
  });

  it('does not make less of errors with which the mapping cannot be used', async () => {
    place.write('wrong.scimmap', WRONG);
    const { code, out } = await place.run(['check', 'wrong.scimmap', '--level', 'mapping.unknown-attribute=off']);
    expect(code).toBe(1);
    expect(out).toContain('[mapping.unknown-attribute]');
  });

  it.each([
    ['mapping.element-no-work=off', /mapping\.element-not-work/],
    ['mapping.element-not-work=loud', /error, warning, information, off/],
    ['mapping.element-not-work', /error, warning, information, off/],
  ])('refuses %s', async (word, reason) => {
    place.write('good.scimmap', MAPPING);
    const { code, err } = await place.run(['check', 'good.scimmap', '--level', word]);
    expect(code).toBe(2);
    expect(err).toMatch(reason);
  });
});

describe('check --extract', () => {
  it('reports columns that the extract lacks', async () => {
    place.write('m.scimmap', `${MAPPING}title = [Nam]\n`);
    place.write('a.csv', extract(3));
    const { code, out } = await place.run(['check', 'm.scimmap', '--extract', 'a.csv']);
    expect(code).toBe(1);
    expect(out).toMatch(/^m\.scimmap:5:9: error: .*\[Nam\].*\[Name\].* \[mapping\.unknown-column\]\n$/);
  });

  it('reports what the values do, at the rules, with counts', async () => {
    place.write('m.scimmap', MAPPING);
    place.write('a.csv', HEADER + rows(1, 2) + rows(3, 1302, '?') + ',user,Nobody,A\n' + rows(1, 1));
    const { code, out, err } = await place.run(['check', 'm.scimmap', '--extract', 'a.csv']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out.trimEnd().split('\n')).toEqual([
      textLike(/^m\.scimmap:1:15: error: 1 record .* in line 1,304: .*\[value\.id\.missing\]$/),
      textLike(/^m\.scimmap:1:15: error: 1 record .* lines 2 and 1,305\. .*\[value\.id\.duplicate\]$/),
      textLike(/^m\.scimmap:2:25: warning: 1 record .* \[value\.user-name\.duplicate\]$/),
      textLike(/^m\.scimmap:4:22: error: 1,300 records .* first in line 4: .*\[value\.status\.undecided\]$/),
    ]);
  });

  it('says that the extract cannot be read, and still what is wrong with the mapping', async () => {
    place.write('warned.scimmap', `${MAPPING}emails[type eq "home"].value = [Name]\n`);
    const { code, out, err } = await place.run(['check', 'warned.scimmap', '--extract', 'none.csv']);
    expect(code).toBe(1);
    expect(err).toMatch(/^none\.csv: fatal: .* \[file\.unreadable\]\n$/);
    expect(out).toContain('[mapping.element-not-work]');
  });
});
