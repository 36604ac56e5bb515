import { describe, expect, it } from 'vitest';
import { createIdentity } from '../../../../src/sandbox/gate/identity';
import { createSeededBytes } from '../../../support/seededRandom';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('who the sandbox is', () => {
  const identity = createIdentity(createSeededBytes());
  const { applications, clientSecret, ...ids } = identity;
  const all = Object.values(applications);

  it('has ids that are all different', () => {
    const guids = [
      ...Object.values(ids),
      ...all.flatMap((application) => [
        application.servicePrincipalId,
        application.appId,
        application.applicationTemplateId,
      ]),
    ];
    expect(guids).toHaveLength(9);
    for (const guid of guids) expect(guid).toMatch(GUID);
    expect(new Set(guids).size).toBe(guids.length);
  });

  it.each(['API2AAD', 'API2AD'] as const)('names the job of %s by its flavour and the tenant', (flavour) => {
    const [kind, tenant, own, ...rest] = applications[flavour].jobId.split('.');
    expect([applications[flavour].flavour, kind, tenant]).toEqual([flavour, flavour, ids.tenantId.replaceAll('-', '')]);
    expect(own).toMatch(GUID);
    expect(rest).toEqual([]);
  });

  it('calls the applications what the gallery does', () => {
    expect(all.map(({ displayName }) => displayName)).toEqual([
      'API-driven provisioning to Microsoft Entra ID',
      'API-driven provisioning to on-premises Active Directory',
    ]);
  });

  it('has a secret that says whose it is and has 128 bits', () => {
    expect(clientSecret).toMatch(/^sandbox-secret-[0-9a-f]{32}$/);
  });

  it('is another one with other bytes, and the same with the same', () => {
    expect(createIdentity(createSeededBytes())).toEqual(identity);
    let next = 1;
    const other = createIdentity((count) => Uint8Array.from({ length: count }, () => (next = (next * 31 + 7) % 251)));
    expect(other.clientSecret).not.toBe(clientSecret);
  });
});
