import { describe, expect, it } from 'vitest';
import { customSchemas } from '../../../../src/core/mapping/model/customSchemas';
import { loadMapping } from '../../../../src/core/mapping/loadMapping';
import { checkPayloadText } from '../../../../src/core/payload/checkPayloadText';
import { CUSTOM, requestText } from '../../payload/payloadCases';
import { NEEDED } from '../problemCases';

const { model } = loadMapping(
  `${NEEDED}schema ${CUSTOM} {\n  hireDate = [H] @type(DateTime)\n  grade = [G]\n  badge.number = [B]\n}\ntitle = [T]\n`,
);

describe('customSchemas', () => {
  it('has the attributes of custom schemas that rules fill, with their types', () => {
    expect(customSchemas(model)).toMatchObject([
      {
        urn: CUSTOM,
        name: 'contoso',
        isPartial: true,
        attributes: [
          { name: 'hireDate', type: 'dateTime' },
          { name: 'grade', type: 'string' },
        ],
      },
    ]);
  });

  it.each([
    ['"grade": 7', ['payload.wrong-type']],
    ['"Grade": "7"', ['payload.attribute-case']],
    ['"hireDate": "01.05.2026"', ['payload.date-format']],
    ['"title": "x", "badge": { "number": "1" }, "more": 1', []],
  ])('judges payloads by them, and says nothing of what it does not know: %s', (members, codes) => {
    const text = requestText('resource', `"${CUSTOM}": { ${members} }`);
    const { problems } = checkPayloadText(text, { schemas: customSchemas(model) });
    expect(problems.map(({ code }) => code).filter((code) => code !== 'payload.schema-not-listed')).toEqual(codes);
  });
});
