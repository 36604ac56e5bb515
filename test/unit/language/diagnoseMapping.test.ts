import { describe, expect, it } from 'vitest';
import { diagnoseMapping } from '../../../src/language/diagnoseMapping';
import { textLike } from '../../support/matchers';

const NEEDED = 'externalId = [Id]\nuserName = [User]\nactive = [Active]\n';

/** `line:character-line:character severity code`, numbers as the protocol counts them. */
function marks(text: string, columns?: readonly string[]): readonly string[] {
  return diagnoseMapping(text, columns === undefined ? {} : { columns }).map(
    ({ range: { start, end }, severity, code }) =>
      `${start.line}:${start.character}-${end.line}:${end.character} ${severity ?? ''} ${code ?? ''}`,
  );
}

describe('diagnoseMapping', () => {
  it('has nothing to say of a mapping that is right', () => {
    expect(diagnoseMapping(NEEDED)).toEqual([]);
  });

  it('counts lines and characters from 0, and severities as the protocol does', () => {
    expect(marks(`${NEEDED}\r\nnickname2 = [Name]\r\nemails[type eq "home"].value = [Name]\r\n`)).toEqual([
      '4:0-4:9 1 mapping.unknown-attribute',
      '5:0-5:28 2 mapping.element-not-work',
    ]);
  });

  it('counts characters in UTF-16 code units', () => {
    expect(marks(`${NEEDED}title = Join("😀", [Name]`)).toEqual([textLike(/^3:12-3:\d+ 1 expression\./)]);
  });

  it('knows columns only where an extract is at hand, and then what was meant', () => {
    const text = `${NEEDED}title = [Titel]\n`;
    expect(marks(text)).toEqual([]);
    expect(marks(text, ['Id', 'User', 'Active', 'Title', 'Titels'])).toEqual(['3:8-3:15 1 mapping.unknown-column']);
    const [diagnostic] = diagnoseMapping(text, { columns: ['Id', 'User', 'Active', 'Titels'] });
    expect(diagnostic).toMatchObject({ source: 'entra-inbound', data: { replacement: 'Titels' } });
    expect(diagnostic?.message).toContain('[Titel]');
  });

  it('survives any text', () => {
    for (const text of ['', '\0', '[', 'externalId', '{{{{', 'source csv {', '@', '"', '\r\r\n', NEEDED.slice(0, 20)])
      expect(Array.isArray(diagnoseMapping(text)), JSON.stringify(text)).toBe(true);
    expect(diagnoseMapping('source csv {').length).toBeGreaterThan(0);
  });
});
