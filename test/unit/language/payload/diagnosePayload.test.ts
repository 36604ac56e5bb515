import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../src/core/problems/problem';
import { diagnosePayload } from '../../../../src/language/payload/diagnosePayload';
import { openInEditor } from '../../../support/openPayload';
import { codeOf } from '../../../support/codeOf';

const TEXT = '{ "Operations": [\n  { "id": 1,\n    "id": 2 }\n] }';
const PROBLEMS: readonly Problem[] = [
  {
    code: codeOf('json.duplicate-member'),
    severity: 'error',
    message: 'Twice.',
    span: { start: 35, end: 39 },
    data: { first: { start: 22, end: 26 } },
  },
  {
    code: codeOf('payload.attribute-without-effect'),
    severity: 'warning',
    message: 'Nothing.',
    span: { start: 35, end: 39 },
  },
];

describe('problems of a payload', () => {
  it('are shown at their places, with what a fix needs and where the first one is', () => {
    const payload = openInEditor(TEXT, PROBLEMS);
    const found = diagnosePayload(payload, { uri: 'file:///a.json', page: (code) => `page:${code}` });
    expect(found[0]).toEqual({
      range: { start: { line: 2, character: 4 }, end: { line: 2, character: 8 } },
      severity: 1,
      code: 'json.duplicate-member',
      source: 'entra-inbound',
      message: 'Twice.',
      codeDescription: { href: 'page:json.duplicate-member' },
      relatedInformation: [
        {
          location: {
            uri: 'file:///a.json',
            range: { start: { line: 1, character: 4 }, end: { line: 1, character: 8 } },
          },
          message: 'The first one is here.',
        },
      ],
      data: { first: { start: 22, end: 26 } },
    });
    expect(found[1]).toMatchObject({ severity: 2, tags: [1] });
  });

  it('are the first ones where there are too many, and name no other place without an address', () => {
    const found = diagnosePayload(openInEditor(TEXT, PROBLEMS), { limit: 1 });
    expect(found).toHaveLength(1);
    expect(found[0]).not.toHaveProperty('relatedInformation');
    expect(found[0]).not.toHaveProperty('codeDescription');
  });
});
