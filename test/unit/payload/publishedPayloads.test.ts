import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPayloadText } from '../../../src/core/payload/checkPayloadText';
import { readBulkRequest } from '../../../src/core/scim/bulkRequest';
import { problemLines } from '../../support/problemLines';

function text(name: string): string {
  return readFileSync(new URL(`../../data/csv2scim/${name}`, import.meta.url), 'utf8');
}

function linesOf(name: string): readonly string[] {
  return problemLines(text(name), checkPayloadText(text(name)).problems);
}

/**
 * Microsoft's own payloads: each finding was checked by hand. The service takes them all, so that none may be an error.
 * Their second and third operations are the same in two of the files.
 */
describe('the published payloads give exactly these findings', () => {
  it('Extended-SCIM-bulk-request-Core+Enterprise.json', () => {
    expect(linesOf('Extended-SCIM-bulk-request-Core+Enterprise.json')).toEqual([
      // "/users": documented is "/Users", the samples are taken all the same
      '7:17 information payload.path',
      // "id": the service provider gives it, a client must not (RFC 7643, section 3.1); ignored
      '12:4 information payload.attribute-without-effect',
      // "$ref" and "displayName" of the manager: Entra resolves "value" alone
      '64:6 information payload.attribute-without-effect',
      '65:6 information payload.attribute-without-effect',
      // "hireDate": "2020-01-01" of a schema that is not known: no time zone, and maybe meant as a text
      '70:18 information payload.date-without-zone',
      '78:17 information payload.path',
      // Entra documents both URNs as listed; payloads without one have been seen to work
      '80:24 warning payload.schema-missing',
      // "resourceType" is a part of meta, and no attribute of User
      '82:13 warning payload.unknown-attribute',
      // "username" for "userName": the same by RFC 7643, section 2.1, undocumented of Entra
      '85:13 warning payload.attribute-case',
      // A name without an @: the job's default mapping adds a domain, another one need not
      '85:25 warning payload.user-name',
      // The bulkId of the operation before: unique by RFC 7644, section 3.7, yet taken
      '91:19 warning payload.duplicate-bulk-id',
      '92:17 information payload.path',
      '94:24 warning payload.schema-missing',
      '96:13 warning payload.unknown-attribute',
      '99:13 warning payload.attribute-case',
      '99:25 warning payload.user-name',
    ]);
  });

  it('Sample-CSV-2-SCIM-payload.json', () => {
    expect(linesOf('Sample-CSV-2-SCIM-payload.json')).toEqual([
      '7:17 information payload.path',
      // The Enterprise URN is neither listed nor used: Entra documents it as listed
      '9:24 warning payload.schema-missing',
      '18:4 warning payload.attribute-case',
      '18:15 warning payload.user-name',
      // LastModified, HireDate and FirstDayOfWork: dates without a time zone, of types that are not known
      '21:20 information payload.date-without-zone',
      '35:16 information payload.date-without-zone',
      '36:22 information payload.date-without-zone',
      // Empty texts, from TerminationDate to LeaveType: passed on as they are, which Active Directory refuses
      '38:23 warning payload.empty-text',
      '39:23 warning payload.empty-text',
      '40:25 warning payload.empty-text',
      '41:21 warning payload.empty-text',
      '43:17 warning payload.empty-text',
      // Fax
      '69:11 warning payload.empty-text',
      // PrimaryPosition to SecondaryPosition; StartDate and EndDate are empty, and so no dates
      '71:23 warning payload.empty-text',
      '72:17 warning payload.empty-text',
      '73:15 warning payload.empty-text',
      '74:25 warning payload.empty-text',
      // Custom03 to Custom05
      '77:16 warning payload.empty-text',
      '78:16 warning payload.empty-text',
      '79:16 warning payload.empty-text',
      // The second and third operation, as in the file above
      '86:17 information payload.path',
      '88:24 warning payload.schema-missing',
      '90:13 warning payload.unknown-attribute',
      '93:13 warning payload.attribute-case',
      '93:25 warning payload.user-name',
      '99:19 warning payload.duplicate-bulk-id',
      '100:17 information payload.path',
      '102:24 warning payload.schema-missing',
      '104:13 warning payload.unknown-attribute',
      '107:13 warning payload.attribute-case',
      '107:25 warning payload.user-name',
    ]);
  });

  it('postman-bulk-request.json', () => {
    expect(linesOf('postman-bulk-request.json')).toEqual([
      // "id", as above
      '11:17 information payload.attribute-without-effect',
      // "userName" without an @, as above
      '13:29 warning payload.user-name',
      '53:25 information payload.attribute-without-effect',
      '54:25 information payload.attribute-without-effect',
      // "HireDate": "2022-07-01"; the other two operations have dates with an offset
      '58:33 information payload.date-without-zone',
      '70:17 information payload.attribute-without-effect',
      '72:29 warning payload.user-name',
      '112:25 information payload.attribute-without-effect',
      '128:17 information payload.attribute-without-effect',
      '130:29 warning payload.user-name',
      '170:25 information payload.attribute-without-effect',
    ]);
  });

  it('postman-non-scim-body.json', () => {
    // {"name":"John Doe"}, which the service refuses with 400
    expect(linesOf('postman-non-scim-body.json')).toEqual(['1:1 error payload.unrecognised']);
  });

  it.each([
    'Extended-SCIM-bulk-request-Core+Enterprise.json',
    'Sample-CSV-2-SCIM-payload.json',
    'postman-bulk-request.json',
  ])('and no errors, as the sandbox takes it: %s', (name) => {
    expect(linesOf(name).filter((line) => line.includes(' error '))).toEqual([]);
    expect('request' in readBulkRequest(text(name))).toBe(true);
  });
});
