import { describe, expect, it } from 'vitest';
import { attributeFacts } from '../../../src/core/scim/attributeFacts';
import { formatAttributePath } from '../../../src/core/scim/attributePath';
import type { AttributePath } from '../../../src/core/scim/attributePath';
import { ENTERPRISE_USER_URN } from '../../../src/core/scim/urns';
import { KNOWN_SCHEMAS, USER_SCHEMA } from '../../../src/core/scim/userSchema';

const work = [{ attribute: 'type', value: 'work' }];
const home = [{ attribute: 'type', value: 'home' }];

describe('attributeFacts', () => {
  it.each<[AttributePath, readonly string[], readonly string[], number | undefined]>([
    [{ attribute: 'externalId' }, ['employeeId'], ['employeeID'], 16],
    [{ attribute: 'active' }, ['accountEnabled'], ['accountDisabled'], undefined],
    [{ attribute: 'title' }, ['jobTitle'], ['title'], 128],
    [{ attribute: 'TITLE' }, ['jobTitle'], ['title'], 128],
    [{ attribute: 'name', sub: 'familyName' }, ['surname'], ['sn'], 64],
    [{ attribute: 'addresses', filter: work, sub: 'locality' }, ['city'], ['l'], 128],
    [{ attribute: 'addresses', filter: home, sub: 'locality' }, [], [], undefined],
    [{ attribute: 'addresses', sub: 'locality' }, [], [], undefined],
    [{ attribute: 'emails', filter: work, sub: 'value' }, [], [], undefined],
    [{ urn: ENTERPRISE_USER_URN, attribute: 'department' }, ['department'], ['department'], 64],
    [{ urn: ENTERPRISE_USER_URN, attribute: 'organization' }, [], ['company'], 64],
    [{ urn: ENTERPRISE_USER_URN, attribute: 'manager', sub: 'value' }, ['manager'], ['manager'], undefined],
  ])('%j', (path, entra, activeDirectory, characters) => {
    const facts = attributeFacts(path);
    expect([facts?.entra, facts?.activeDirectory, facts?.maxLength?.characters]).toEqual([
      entra,
      activeDirectory,
      characters,
    ]);
  });

  it.each<AttributePath>([
    { attribute: 'department' },
    { attribute: 'name', sub: 'value' },
    { urn: 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User', attribute: 'title' },
    { attribute: 'constructor' },
  ])('knows nothing of %j', (path) => {
    expect(attributeFacts(path)).toBeUndefined();
  });

  it('says who limits the length', () => {
    expect(attributeFacts({ attribute: 'externalId' })?.maxLength?.source).toBe('Entra ID: employeeId');
  });

  it('says of every list by type that work alone is processed, and of every note who says so', () => {
    const notes = attributeFacts({ attribute: 'emails', sub: 'type' })?.notes ?? [];
    expect(notes.map((note) => note.source)).toEqual(['RFC 7643', 'Entra', 'Entra']);
    expect(notes.some((note) => note.text.includes('`type eq "work"`'))).toBe(true);
  });

  it('has a meaning for all that the schemas name', () => {
    for (const schema of KNOWN_SCHEMAS) {
      const urn = schema === USER_SCHEMA ? {} : { urn: schema.urn };
      for (const { name, subAttributes } of schema.attributes) {
        for (const path of [
          { ...urn, attribute: name },
          ...(subAttributes ?? []).map((sub) => ({ ...urn, attribute: name, sub: sub.name })),
        ])
          expect(attributeFacts(path)?.meaning, formatAttributePath(path)).toMatch(/\.$/);
      }
    }
  });
});
