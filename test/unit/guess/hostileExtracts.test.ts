import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../../src/core/guess/guessMapping';
import { importPsd1 } from '../../../src/core/import/importPsd1';
import { importWebClient } from '../../../src/core/import/importWebClient';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { isPrintable } from '../../../src/core/text/printable';
import { TERMINAL_TEXTS, OBEYED } from '../../support/terminalTexts';

/** A guess from an extract with a hostile file name, column and cells. */
function guess(text: string): string {
  const columns = ['WorkerID', 'Login', 'Status', 'Country', `Title ${text}`, text];
  const rows = ['1', '2', '3'].map((id) => [
    id,
    `u${id}@contoso.com`,
    `Active${text}`,
    `Germany${text}`,
    text,
    `${text}${id}`,
  ]);
  return guessMapping(columns, rows, { source: { files: [text] } }).text;
}

function mistakes(mapping: string): readonly string[] {
  return loadMapping(mapping)
    .problems.filter(({ severity, code }) => severity === 'error' && code !== 'mapping.missing-rule')
    .map(({ message }) => message);
}

function check(text: string): void {
  const mapping = guess(text);
  expect(mapping).not.toMatch(OBEYED);
  expect(mistakes(mapping)).toEqual([]);
  expect(loadMapping(mapping).model.source.files).toEqual(isPrintable(text) ? [text] : []);
}

describe('a mapping that is guessed from a hostile extract', () => {
  it.each(TERMINAL_TEXTS)('names the file exactly, or says why not: %j', check);

  it('does so for any name', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), check));
    fc.assert(fc.property(fc.stringMatching(/^["\\\n\r\t#{}[\]=,. a]+$/), check));
  });

  it.each(['1', ' ', '(', ' (x)', ') ', ' - '])('takes no longer for long cells, as of %j', (piece) => {
    const long = `A${piece.repeat(300_000 / piece.length)}x`;
    const rows = ['1', '2', '3', '4'].map((id) => [id, `${long}${id}`, `${long}${id}`]);
    const { text } = guessMapping(['Worker ID', 'Worker', 'Manager'], rows);
    expect(text).toContain('externalId');
  });

  it('says why the file is not named', () => {
    expect(guess('a\nb.csv')).toContain('# The extract "a\\nb.csv" is not named below: ');
  });

  it('makes no rule of words that a mapping cannot hold', () => {
    expect(guess('\u000b')).not.toMatch(/^(?:active|addresses)/m);
  });
});

describe('a mapping that is imported from a hostile file', () => {
  it.each(TERMINAL_TEXTS)('holds nothing that is obeyed: %j', (text) => {
    const quoted = `'${text.replaceAll("'", "''")}'`;
    const psd1 = `@{ externalId = 'Id'; userName = 'U'; active = { $true }; title = ${quoted}; nickName = { ${quoted} } }`;
    const json = JSON.stringify({ externalId: 'Id', userName: 'U', title: text });
    for (const mapping of [
      importPsd1(psd1, { name: text, columns: ['Id', 'U', text], source: { files: [text] } }).text,
      importWebClient(json, { name: text }).text,
    ]) {
      expect(mapping).not.toMatch(OBEYED);
      expect(mistakes(mapping).filter((message) => !message.includes('active'))).toEqual([]);
    }
  });
});
