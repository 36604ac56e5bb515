import { describe, expect, it } from 'vitest';
import type { DocumentProblem } from '../../../../src/cli/terminal/documentProblem';
import { documentProblems, documentProblemText } from '../../../../src/cli/terminal/documentProblem';
import { toSarif } from '../../../../src/cli/terminal/sarif';
import { codeOf } from '../../../support/codeOf';

function problem(more: Partial<DocumentProblem> = {}): DocumentProblem {
  return {
    file: 'm.scimmap',
    line: 3,
    column: 1,
    endLine: 3,
    endColumn: 8,
    severity: 'error',
    code: 'mapping.unknown-attribute',
    message: 'There is none.',
    ...more,
  };
}

function logOf(...items: readonly DocumentProblem[]): object {
  return toSarif({ items, more: 0 });
}

function uriOf(file: string): unknown {
  const log = logOf(problem({ file })) as {
    runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: unknown } } }[] }[] }[];
  };
  return log.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri;
}

describe('toSarif', () => {
  it('has one result a problem, and each rule once', () => {
    const log = logOf(
      problem(),
      problem({ line: 9, severity: 'warning' }),
      problem({ code: 'a', severity: 'information' }),
    );
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'entra-inbound', rules: [{ id: 'a' }, { id: 'mapping.unknown-attribute' }] } },
          columnKind: 'utf16CodeUnits',
          results: [
            {
              ruleId: 'mapping.unknown-attribute',
              level: 'error',
              message: { text: 'There is none.' },
              locations: [{ physicalLocation: { region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 8 } } }],
            },
            { level: 'warning' },
            { ruleId: 'a', level: 'note' },
          ],
        },
      ],
    });
  });

  it('says what the catalogue has of a rule, for readers without our documentation', () => {
    expect(logOf(problem())).toMatchObject({
      runs: [
        {
          tool: {
            driver: {
              rules: [
                {
                  id: 'mapping.unknown-attribute',
                  shortDescription: { text: 'Unknown attribute.' },
                  defaultConfiguration: { level: 'error' },
                  properties: { authority: 'RFC 7643' },
                },
              ],
            },
          },
        },
      ],
    });
  });

  it('says how many problems are not listed', () => {
    expect(toSarif({ items: [problem()], more: 12 })).toMatchObject({ runs: [{ properties: { more: 12 } }] });
    expect(logOf(problem())).not.toMatchObject({ runs: [{ properties: expect.anything() as unknown }] });
  });

  it('is a log without results where nothing is wrong: results that are absent mean a failed run', () => {
    expect(logOf()).toMatchObject({ runs: [{ results: [], tool: { driver: { rules: [] } } }] });
  });

  it.each([
    ['m.scimmap', 'm.scimmap'],
    ['maps\\nightly\\m.scimmap', 'maps/nightly/m.scimmap'],
    ['our maps/größe.scimmap', 'our%20maps/gr%C3%B6%C3%9Fe.scimmap'],
    ['is#1?.scimmap', 'is%231%3F.scimmap'],
  ])('writes the path %s as the reference %s', (file, uri) => {
    expect(uriOf(file)).toBe(uri);
  });
});

describe('documentProblems', () => {
  it('counts lines and columns from 1, with an exclusive end', () => {
    const text = 'one\r\ntwo three\n';
    const span = { start: text.indexOf('three'), end: text.indexOf('three') + 5 };
    const [found] = documentProblems('m.scimmap', text, [
      { code: codeOf('x'), severity: 'warning', message: 'Hm.', span },
    ]);
    expect(found).toEqual({
      file: 'm.scimmap',
      line: 2,
      column: 5,
      endLine: 2,
      endColumn: 10,
      severity: 'warning',
      code: 'x',
      message: 'Hm.',
    });
  });

  it('are one line of text each, even for a mapping with control characters', () => {
    expect(documentProblemText(problem({ message: 'No \u001b[31m\nred.' }))).toBe(
      'm.scimmap:3:1: error: No \\u001b[31m\\u000ared. [mapping.unknown-attribute]',
    );
  });
});
