import { describe, expect, it } from 'vitest';
import { hoverPayload } from '../../../../src/language/payload/hover/hoverPayload';
import { spanAt } from '../../../../src/language/shared/textPlaces';
import { createPayloadService } from '../../../../src/language/payload/payloadService';
import { withCursor } from '../../../support/cursor';
import { openInEditor } from '../../../support/openPayload';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const OPERATION = { properties: { method: { description: 'POST, always.' } } };
const SHAPE = { properties: { Operations: { description: 'The people.', items: OPERATION } } };
const service = createPayloadService({ bulkRequest: SHAPE, user: {} }, {});

async function hovered(marked: string) {
  const { text, offset } = withCursor(marked);
  const payload = openInEditor(text);
  const hover = await hoverPayload(service, payload, offset);
  const range = hover?.range && spanAt(payload, hover.range);
  const contents: unknown = hover?.contents;
  const markdown =
    typeof contents === 'object' && contents !== null && 'value' in contents ? String(contents.value) : undefined;
  return { markdown, over: range && text.slice(range.start, range.end) };
}

const data = (members: string) => `{ "Operations": [{}, { "data": { ${members} } }] }`;

describe('hover in payloads', () => {
  it.each([
    ['the meaning', data('"user|Name": "a"'), '"userName"', 'The name by which the person signs in. *(RFC 7643)*'],
    ['the targets', data('"t|itle": "a"'), '"title"', 'Usually fills `jobTitle` of Microsoft Entra ID'],
    ['the limit', data('"externalId|": "a"'), '"externalId"', 'At most 16 characters. *(Entra ID: employeeId)*'],
    ['what is too long', data('"external|Id": "12345678901234567"'), '"externalId"', '17 characters, 1 too many'],
    ['in another case', data('"usern|ame": "a"'), '"username"', '**`userName`** string'],
    ['over the value', data('"active": tr|ue'), 'true', 'Whether the account is enabled'],
    [
      'of an element by its type',
      data('"phoneNumbers": [{ "type": "work", "val|ue": "1" }]'),
      '"value"',
      '`telephoneNumber`',
    ],
    ['of a part', data(`"${ENTERPRISE}": { "manager": { "v|alue": "1" } }`), '"value"', 'found by `externalId`'],
    ['of a URN', data(`"urn|${ENTERPRISE.slice(3)}": {}`), `"${ENTERPRISE}"`, 'The Enterprise User of SCIM'],
    [
      'of a URN that is listed',
      data(`"schemas": ["urn|${ENTERPRISE.slice(3)}"]`),
      `"${ENTERPRISE}"`,
      'The Enterprise User of SCIM',
    ],
    ['of an extension of one’s own', data('"urn:x:y": { "gra|de": "7" }'), '"grade"', 'a custom schema'],
    ['of the operation, by the shape', '{ "Operations": [{ "met|hod": "POST" }] }', '"method"', 'POST, always'],
    ['of the request, by the shape', '{ "Opera|tions": [{}] }', '"Operations"', 'The people'],
    ['of a user', '{ "exter|nalId": "1" }', '"externalId"', 'The identifier of the person'],
  ])('%s', async (_, marked, over, expected) => {
    const found = await hovered(marked);
    expect(found.markdown).toContain(expected);
    expect(found.over).toBe(over);
  });

  it('elements that Entra does not read have no target', async () => {
    const { markdown } = await hovered(data('"phoneNumbers": [{ "type": "home", "val|ue": "1" }]'));
    expect(markdown).not.toContain('telephoneNumber');
  });

  it.each([
    ['blanks', data('"title": "a", | ')],
    ['what nobody knows', data('"shoeSi|ze": "44"')],
    ['a bracket', '{ "Operations": |[{}] }'],
    ['a text that is no longer a payload', '|'],
  ])('nothing is said of %s', async (_, marked) => {
    expect((await hovered(marked)).markdown).toBeUndefined();
  });
});
