import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DiagnosisOptions } from '../../../../src/language/shared/problemDiagnostics';
import { diagnoseMapping } from '../../../../src/language/mapping/diagnoseMapping';
import type { EditorKnowledge } from '../../../../src/language/mapping/document/knowledge';
import { openMapping } from '../../../../src/language/mapping/document/mappingDocument';
import { textLike } from '../../../support/matchers';
import { placesUpTo } from '../../../support/sweep';
import { codeOf } from '../../../support/codeOf';

const NEEDED = 'externalId = [Id]\nuserName = [User]\nactive = [Active]\n';

function diagnose(text: string, knowledge: EditorKnowledge = {}, options: DiagnosisOptions = {}) {
  return diagnoseMapping(openMapping(text, knowledge), options);
}

/** `line:character-line:character severity code`, numbers as the protocol counts them. */
function marks(text: string, knowledge: EditorKnowledge = {}, options: DiagnosisOptions = {}): readonly string[] {
  return diagnose(text, knowledge, options).map(
    ({ range: { start, end }, severity, code }) =>
      `${start.line}:${start.character}-${end.line}:${end.character} ${severity ?? ''} ${code ?? ''}`,
  );
}

describe('diagnoseMapping', () => {
  it('has nothing to say of a mapping that is right', () => {
    expect(diagnose(NEEDED)).toEqual([]);
  });

  it('counts lines and characters from 0, and severities as the protocol does', () => {
    expect(marks(`${NEEDED}\r\nnickname2 = [Name]\r\nemails[type eq "home"].value = [Name]\r\nTitle = [T]`)).toEqual([
      '4:0-4:9 1 mapping.unknown-attribute',
      '5:0-5:28 2 mapping.element-not-work',
      '6:0-6:5 3 mapping.attribute-case',
    ]);
  });

  it('counts characters in UTF-16 code units', () => {
    expect(marks(`${NEEDED}title = Join("😀", [Name]`)).toEqual([textLike(/^3:12-3:\d+ 1 expression\./)]);
  });

  it('knows columns only with an extract, and then suggests names', () => {
    const text = `${NEEDED}title = [Titel]\n`;
    const columns = ['Id', 'User', 'Active', 'Titels'];
    expect(marks(text)).toEqual([]);
    expect(marks(text, { columns })).toEqual(['0:0-0:17 3 mapping.unused-column', '3:8-3:15 1 mapping.unknown-column']);
    const [, diagnostic] = diagnose(text, { columns });
    expect(diagnostic).toMatchObject({ source: 'entra-inbound', data: { replacement: '[Titels]' } });
    expect(diagnostic?.message).toContain('[Titel]');
  });

  it('says what the values of the extract do, at the rules that it holds for now', () => {
    const ruleText = 'active = [Active]';
    const found = {
      code: codeOf('value.status.undecided'),
      severity: 'error' as const,
      message: 'Undecided.',
      ruleText,
      occurrence: 0,
      span: { start: 9, end: 17 },
      count: 2,
    };
    const values = { findings: [found], records: 10, isComplete: true };
    const knowledge = { extract: { name: 'a.csv', values } };
    expect(marks(NEEDED, knowledge)).toEqual(['2:9-2:17 1 value.status.undecided']);
    expect(marks(`\n${NEEDED}`, knowledge)).toEqual(['3:9-3:17 1 value.status.undecided']);
    expect(marks(NEEDED.replace('[Active]', '[Status]'), knowledge)).toEqual([]);
    expect(marks(NEEDED, knowledge, { levels: { 'value.status.undecided': 'off' } })).toEqual([]);
  });

  it('shows problems at the levels that the user wants', () => {
    const text = `${NEEDED}Title = [T]`;
    expect(marks(text, {}, { levels: { 'mapping.attribute-case': 'warning' } })).toEqual([
      '3:0-3:5 2 mapping.attribute-case',
    ]);
    expect(marks(text, {}, { levels: { 'mapping.attribute-case': 'off' } })).toEqual([]);
  });

  it('leads to the explanation of the code, to the first of two rules, and fades what does nothing', () => {
    const [found] = diagnose(
      `${NEEDED}title = [T]\ntitle = [U]`,
      {},
      { uri: 'file:///m.scimmap', page: (code) => `page:${code}` },
    );
    expect(found).toMatchObject({
      codeDescription: { href: 'page:mapping.duplicate-path' },
      relatedInformation: [
        {
          location: {
            uri: 'file:///m.scimmap',
            range: { start: { line: 3, character: 0 }, end: { line: 3, character: 5 } },
          },
        },
      ],
    });
    expect(found?.tags).toBeUndefined();
    expect(diagnose(`${NEEDED}password = [P]`)).toMatchObject([{ tags: [1] }]);
  });

  it('has neither links nor places elsewhere where nobody says what they begin with', () => {
    const [found] = diagnose(`${NEEDED}title = [T]\ntitle = [U]`);
    expect(Object.keys(found ?? {})).toEqual(['range', 'severity', 'code', 'source', 'message', 'data']);
  });

  it('survives any text', () => {
    for (const text of ['', '\0', '[', 'externalId', '{{{{', 'source csv {', '@', '"', '\r\r\n', NEEDED.slice(0, 20)])
      expect(Array.isArray(diagnose(text)), JSON.stringify(text)).toBe(true);
    expect(diagnose('source csv {').length).toBeGreaterThan(0);
  });
});

describe('any prefix and any character taken out of a mapping', () => {
  const sample = `${readFileSync(new URL('../../../../samples/contoso/contoso.scimmap', import.meta.url), 'utf8')}\n# ignore mapping.element-not-work\nemails[type eq "x" and primary eq true].value = [M] # ignore mapping.x`;
  const columns = ['WorkerID', 'UserID', 'Worker ID', 'JobTitle'];

  it('has its problems inside the text', () => {
    for (const at of placesUpTo(sample.length, 9)) {
      for (const text of [sample.slice(0, at), sample.slice(0, at) + sample.slice(at + 1)]) {
        const lines = text.split('\n').length;
        for (const { range, code } of diagnose(text, { columns })) {
          expect(range.end.line, `${code ?? ''} at ${at}`).toBeLessThan(lines);
          expect(range.start.line * 1e6 + range.start.character).toBeLessThanOrEqual(
            range.end.line * 1e6 + range.end.character,
          );
        }
      }
    }
  });
});
