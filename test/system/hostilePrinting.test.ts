import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TERMINAL_TEXTS, OBEYED } from '../support/terminalTexts';
import { Workplace } from './support/runCli';

const place = new Workplace();
afterAll(() => place.remove());

/** Names that a file can have, several in one: a name has at most 255 bytes. */
const NAMES = [
  '\u001b[31m',
  '\u009b2J',
  'a\nERROR: b',
  'a\rb',
  '\u202eb',
  '\u2028',
  '\u0007',
  '"\\\'',
  '\u2066',
  '\u007f',
];
const NAME = NAMES.join('');
const ALL = TERMINAL_TEXTS.filter((text) => !text.includes('\0')).join(' ');
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

const MAPPING = `externalId = [Id]\nuserName = [User]\nactive = Switch([Status], , "A", "True")\nnickName = [Nick\u001b[31m]\n`;
const EXTRACT = `Id,User,Status,Name ${ALL.replaceAll(/[\r\n",]/g, '')}\n1,${quoted(ALL)},${quoted(ALL)},${quoted(ALL)}\n2,u,A,x\n`;

beforeAll(() => {
  mkdirSync(join(place.path, NAME));
  for (const extension of ['', '.csv', '.scimmap', '.json', '.psd1']) {
    const content =
      extension === '.scimmap'
        ? MAPPING
        : extension === '.json'
          ? JSON.stringify({ [ALL]: ALL, schemas: [ALL], userName: ALL })
          : extension === '.psd1'
            ? `@{ '${ALL.replaceAll("'", "''")}' = 'x'; title = { ${ALL} } }`
            : EXTRACT;
    writeFileSync(join(place.path, `f${NAME}${extension}`), content);
  }
  place.write('m.scimmap', MAPPING.replace('\u001b[31m', ''));
  place.write('e.csv', EXTRACT);
});

const f = (extension: string) => `f${NAME}${extension}`;
const missing = `no${NAME}`;

describe('nothing that is printed commands a terminal or begins a line of its own', () => {
  it.each([
    ['check', f('.scimmap')],
    ['check', f('.json')],
    ['check', 'm.scimmap', '--extract', f('.csv'), '--show-values'],
    ['check', f('.scimmap'), '--extract', f('.csv')],
    ['check', f('.scimmap'), '--format', 'json'],
    ['check', f('.json'), '--format', 'sarif'],
    ['check', `${missing}.scimmap`],
    ['check', f('.csv')],
    ['check', 'm.scimmap', '--level', NAME],
    ['format', f('.scimmap'), '--check'],
    ['format', f('.csv')],
    ['convert', f('.csv'), '--mapping', 'm.scimmap', '--out', NAME, '--show-values'],
    ['convert', 'e.csv', '--mapping', f('.scimmap'), '--show-values'],
    ['convert', 'e.csv', '--mapping', missing],
    ['convert', 'e.csv', '--mapping', 'm.scimmap', '--out', f('.csv')],
    ['read', f('.csv')],
    ['read', missing],
    ['read', 'e.csv', '--delimiter', NAME],
    ['read', 'e.csv', '--encoding', NAME],
    ['import', f('.csv')],
    ['import', f('.json')],
    ['import', f('.psd1')],
    ['import', f('.psd1'), '--extract', f('.csv')],
    ['import', 'e.csv', '--out', f('.csv')],
    ['plan', f('.csv'), '--mapping', f('.scimmap'), '--show-values'],
    ['plan', 'e.csv', '--mapping', 'm.scimmap', '--directory', f('.json')],
    ['plan', 'e.csv', '--mapping', 'm.scimmap', '--directory', f('.json'), '--schema', f('.json')],
    ['plan', 'e.csv', '--mapping', 'm.scimmap', '--connection', f('.json')],
    ['send', f('.json'), '--connection', f('.json')],
    ['send', f('.csv'), '--mapping', 'm.scimmap', '--connection', 'sandbox', '--show-values'],
    ['logs', '--connection', f('.json')],
    ['logs', '--connection', 'sandbox', '--since', NAME],
    ['sandbox', '--scenario', NAME],
    ['evaluate', `Join("${ALL}", [x], ${NAME})`],
    ['evaluate', '[x]', '--record', JSON.stringify({ x: ALL }), '--explain'],
    [NAME],
    ['read', `--${NAME}`],
  ])('%j', async (...words) => {
    const { code, out, err } = await place.run(words);
    expect(code).toBeTypeOf('number');
    expect(`${out}${err}`).not.toBe('');
    expect(out).not.toMatch(OBEYED);
    expect(err).not.toMatch(OBEYED);
    expect(`${out}${err}`).not.toContain('\nERROR: b');
    expect(err).not.toMatch(/^ +at /m);
  });
});
