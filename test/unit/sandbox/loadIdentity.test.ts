import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createIdentity } from '../../../src/sandbox/gate/identity';
import { loadIdentity } from '../../../src/sandbox/storage/savedTenant';

describe('loadIdentity', () => {
  const identity = createIdentity(randomBytes);

  it('gives back what was saved', () => {
    expect(loadIdentity(identity)).toEqual(identity);
  });

  it('reads an identity that was saved when the flavour had another name', () => {
    const earlier = JSON.parse(JSON.stringify(identity).replaceAll('"flavour"', '"flow"')) as typeof identity;
    expect(earlier.applications.API2AD.flavour).toBeUndefined();
    const { API2AAD, API2AD } = loadIdentity(earlier).applications;
    expect([API2AAD.flavour, API2AD.flavour]).toEqual(['API2AAD', 'API2AD']);
  });
});
