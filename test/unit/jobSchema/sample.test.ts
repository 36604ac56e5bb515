import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadJobSchema } from '../../../src/core/jobSchema/loadJobSchema';
import { readJsonText } from '../../../src/core/json/readJsonText';
import { LineIndex } from '../../../src/core/text/lineIndex';

const text = readFileSync(new URL('../../data/syncSchema/api2aad-default.json', import.meta.url), 'utf8');
const index = new LineIndex(text);

/** Code, line from 1, and the text that is marked. */
function findings(changed: string): readonly string[] {
  return loadJobSchema(readJsonText(changed)).problems.map(
    ({ code, span }) => `${code} ${index.positionAt(span.start).line + 1} ${changed.slice(span.start, span.end)}`,
  );
}

describe('the schema that an API-driven job to Entra ID begins with', () => {
  it('has nothing wrong with it', () => {
    expect(findings(text)).toEqual([]);
  });

  // One mistake each, reviewed one by one
  it.each([
    [
      'an attribute in another case, in an expression',
      '"expression": "Switch([active],',
      '"expression": "Switch([Active],',
      ['job.tree-disagrees', 'job.unknown-source-attribute'],
    ],
    [
      'a function in another case, in an expression',
      '"expression": "Join(\\"\\"',
      '"expression": "join(\\"\\"',
      ['expression.unknown-function', 'job.tree-disagrees'],
    ],
    [
      'an attribute that Graph calls otherwise',
      '"jobTitle",\n              "source"',
      '"title",\n              "source"',
      ['job.unknown-target-attribute'],
    ],
    ['no matching attribute', '"matchingPriority": 1', '"matchingPriority": 0', ['job.no-matching']],
    [
      'a required attribute without a mapping',
      '"targetAttributeName": "displayName"',
      '"targetAttributeName": "usageLocation"',
      ['job.required-target'],
    ],
    [
      'a directory that is not there',
      '"targetDirectoryName": "Azure Active Directory"',
      '"targetDirectoryName": "Entra"',
      ['job.unknown-directory'],
    ],
    ['an array where an object must be', '"scope": null', '"scope": []', ['job.wrong-type']],
  ])('says of %s: %s', (_what, wanted, instead, codes) => {
    expect(text).toContain(wanted);
    const found = findings(text.replace(wanted, instead)).map((line) => line.split(' ')[0]);
    expect([...new Set(found)].sort()).toEqual(codes);
  });
});
