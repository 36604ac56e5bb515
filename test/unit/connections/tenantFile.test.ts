import { describe, expect, it } from 'vitest';
import { parseConnectionFile } from '../../../src/connections/connectionFile';
import type { TenantConnectionFile } from '../../../src/connections/tenantFile';
import { isSameName } from '../../../src/connections/user/sameName';
import { resolvePaths, tenantEndpoint, writeTenantFile } from '../../../src/connections/tenantFile';

const SP = '0f0f0f0f-1111-2222-3333-444444444444';
const CLIENT = '1e1e1e1e-1111-2222-3333-444444444444';
const TENANT = '2d2d2d2d-1111-2222-3333-444444444444';
const SECRET = 's3cret-Value~1';
const JOB = 'API2AAD.x.y';
const address = (origin: string, version = 'v1.0'): string =>
  `${origin}/${version}/servicePrincipals/${SP}/synchronization/jobs/${JOB}/bulkUpload`;
const GRAPH = address('https://graph.microsoft.com');
const clientSecret = { kind: 'clientSecret', clientId: CLIENT, secret: { env: 'ENTRA_CLIENT_SECRET' } };
const whole = {
  kind: 'tenant',
  name: 'Contoso production',
  cloud: 'global',
  tenantId: TENANT,
  servicePrincipalId: SP,
  jobId: JOB,
  production: true,
  signIn: clientSecret,
};

function parse(json: object): TenantConnectionFile {
  const file = parseConnectionFile(JSON.stringify(json));
  if ('refusal' in file) throw new Error(file.refusal);
  if (file.kind !== 'tenant') throw new Error('It is not the file of a tenant.');
  return file;
}

/** The same without some members, and with others. */
function changed(without: readonly string[], more: object = {}): object {
  return { ...Object.fromEntries(Object.entries(whole).filter(([name]) => !without.includes(name))), ...more };
}

const IDS = ['cloud', 'servicePrincipalId', 'jobId'];

describe('the file of a tenant', () => {
  it('is read, and written in one form', () => {
    expect(parse(whole)).toEqual(whole);
    const text = writeTenantFile(parse(whole));
    expect(JSON.parse(text)).toEqual(whole);
    const otherOrder = Object.fromEntries(Object.entries(whole).reverse());
    expect(writeTenantFile(parse(otherOrder))).toBe(text);
    expect(writeTenantFile(parse(JSON.parse(text) as object))).toBe(text);
  });

  it.each([
    ['https://graph.microsoft.com', 'global'],
    ['https://graph.microsoft.us', 'usgov'],
    ['https://dod-graph.microsoft.us', 'usgovdod'],
    ['https://microsoftgraph.chinacloudapi.cn', 'china'],
  ])('takes cloud and ids out of an endpoint at %s', (origin, cloud) => {
    for (const endpoint of [address(origin), ` ${address(origin, 'beta')}/ `]) {
      const file = parse(changed(IDS, { endpoint }));
      expect(file).toEqual({ ...whole, cloud });
      expect(tenantEndpoint(file)).toMatchObject({ kind: 'real', origin, version: 'v1.0', jobId: JOB });
    }
  });

  it('keeps the colour, if there is one', () => {
    expect(parse({ ...whole, color: 'purple' })).toEqual({ ...whole, color: 'purple' });
    expect(writeTenantFile(parse({ ...whole, color: 'red' }))).toContain('"color": "red"');
    expect(parse(whole)).not.toHaveProperty('color');
  });

  it('takes an endpoint together with members that agree', () => {
    expect(parse({ ...whole, servicePrincipalId: SP.toUpperCase(), endpoint: GRAPH })).toEqual(whole);
  });

  it.each<readonly [string, string]>([
    [`{${TENANT}}`, TENANT],
    [TENANT.toUpperCase(), TENANT],
    ['Contoso.onmicrosoft.com', 'contoso.onmicrosoft.com'],
    ['xn--mnchen-3ya.xn--p1ai', 'xn--mnchen-3ya.xn--p1ai'],
  ])('takes %s as a tenant', (given, canonical) => {
    expect(parse({ ...whole, tenantId: given }).tenantId).toBe(canonical);
  });

  it.each([
    clientSecret,
    { ...clientSecret, secret: { file: 'secret.txt' } },
    { kind: 'clientCertificate', clientId: CLIENT, certificate: { file: 'c.pem' } },
    { kind: 'clientCertificate', clientId: CLIENT, certificate: { file: 'c.pfx' }, password: { env: 'PFX' } },
    { kind: 'workloadIdentity', clientId: CLIENT, tokenFile: '/var/run/token' },
    { kind: 'managedIdentity' },
    { kind: 'managedIdentity', clientId: CLIENT },
    { kind: 'azureCli' },
    { kind: 'deviceCode', clientId: CLIENT },
    { kind: 'browser', clientId: CLIENT },
    { kind: 'vscodeAccount', clientId: CLIENT },
  ])('reads the way to sign in %j', (signIn) => {
    expect(parse({ ...whole, signIn }).signIn).toEqual(signIn);
    expect(JSON.parse(writeTenantFile(parse({ ...whole, signIn })))).toEqual({ ...whole, signIn });
  });

  it('resolves each path as seen from the file, and nothing else', () => {
    const resolve = (path: string): string => `/etc/${path}`;
    const resolved = (signIn: object): unknown => resolvePaths(parse({ ...whole, signIn }), resolve).signIn;
    expect(resolved(clientSecret)).toEqual(clientSecret);
    expect(resolved({ ...clientSecret, secret: { file: 's' } })).toEqual({
      ...clientSecret,
      secret: { file: '/etc/s' },
    });
    const certificate = { kind: 'clientCertificate', clientId: CLIENT, certificate: { file: 'c' } };
    expect(resolved(certificate)).toEqual({ ...certificate, certificate: { file: '/etc/c' } });
    expect(resolved({ ...certificate, password: { file: 'p' } })).toMatchObject({ password: { file: '/etc/p' } });
    const workload = { kind: 'workloadIdentity', clientId: CLIENT, tokenFile: 't' };
    expect(resolved(workload)).toEqual({ ...workload, tokenFile: '/etc/t' });
    expect(resolved({ kind: 'azureCli' })).toEqual({ kind: 'azureCli' });
  });

  it('compares names ignoring case and encoding', () => {
    expect(isSameName('Zoë', 'ZOE\u0308')).toBe(true);
    expect(isSameName('Contoso', 'Contoso 2')).toBe(false);
  });

  const signIn = (more: object): object => ({ ...whole, signIn: { ...clientSecret, ...more } });
  it.each<readonly [what: string, file: object, refusal: string]>([
    ['no name', changed(['name']), 'Missing member "name".'],
    ['an empty name', { ...whole, name: '' }, 'Invalid "name".'],
    ['a name that is a path', { ...whole, name: '../x' }, 'Invalid "name".'],
    ['a name that is a path of Windows', { ...whole, name: 'a\\b' }, 'Invalid "name".'],
    ['the name of the sandbox', { ...whole, name: 'Sandbox' }, 'Invalid "name".'],
    ['a name that turns text around', { ...whole, name: 'a\u202eb' }, 'Invalid "name".'],
    ['a name with a line break', { ...whole, name: 'a\nb' }, 'Invalid "name".'],
    ['a name that is too long', { ...whole, name: 'x'.repeat(101) }, 'Invalid "name".'],
    ['an unknown member', { ...whole, tenant: SECRET }, 'Unknown member "tenant". Did you mean "tenantId"?'],
    ['a secret beside the members', { ...whole, clientSecret: SECRET }, 'Unknown member "clientSecret".'],
    ['no tenant', changed(['tenantId']), 'Missing member "tenantId".'],
    ...['common', 'Organizations', 'consumers', SECRET, 'contoso', '-a.com', 'a..com', `{${TENANT}`, 'a.com/x'].map(
      (tenantId) => [`the tenant ${tenantId}`, { ...whole, tenantId }, 'Invalid "tenantId". Expected the id'] as const,
    ),
    [
      'an unknown cloud',
      { ...whole, cloud: 'germany' },
      'Invalid "cloud". Expected one of global, usgov, usgovdod, china.',
    ],
    ['no cloud', changed(['cloud']), 'Missing member "cloud".'],
    ['no job', changed(['jobId']), 'Missing member "jobId".'],
    ['neither ids nor endpoint', changed(IDS), 'or "endpoint" instead.'],
    ['a service principal that is not a GUID', { ...whole, servicePrincipalId: 'x' }, 'Invalid "servicePrincipalId".'],
    ['a job id that leaves the path', { ...whole, jobId: '../x' }, 'Invalid "jobId".'],
    ['a text for production', { ...whole, production: 'yes' }, 'Invalid "production". Expected true or false.'],
    ['a colour that there is not', { ...whole, color: '#f00' }, 'Invalid "color". Expected one of red, orange,'],
    ['an endpoint of another cloud', { ...whole, cloud: 'usgov', endpoint: GRAPH }, '"endpoint" contradicts "cloud".'],
    [
      'an endpoint of another application',
      { ...whole, servicePrincipalId: CLIENT, endpoint: GRAPH },
      '"endpoint" contradicts "servicePrincipalId".',
    ],
    [
      'an endpoint of another job',
      { ...whole, jobId: 'API2AAD.z', endpoint: GRAPH },
      '"endpoint" contradicts "jobId".',
    ],
    [
      'an endpoint with a secret before its host',
      changed(IDS, { endpoint: address(`https://u:${SECRET}@graph.microsoft.com`) }),
      'Invalid "endpoint". This is not a provisioning API endpoint: it contains user information',
    ],
    [
      'the endpoint of a sandbox',
      changed(IDS, { endpoint: address('http://127.0.0.1:4000') }),
      'Invalid "endpoint". It belongs to a sandbox',
    ],
    ['no way to sign in', changed(['signIn']), 'Missing member "signIn".'],
    ['a text as way to sign in', { ...whole, signIn: 'azureCli' }, 'Invalid "signIn". Expected an object.'],
    ['a way to sign in without a kind', { ...whole, signIn: {} }, 'Missing member "signIn.kind".'],
    ['an unknown way to sign in', { ...whole, signIn: { kind: 'toString' } }, 'Invalid "signIn.kind". Expected one of'],
    ['a client that is not a GUID', signIn({ clientId: SECRET }), 'Invalid "signIn.clientId".'],
    [
      'a secret in the file',
      signIn({ secret: SECRET }),
      'Invalid "signIn.secret". Expected where the secret is, never',
    ],
    ['a secret as a value', signIn({ secret: { value: SECRET } }), 'Invalid "signIn.secret".'],
    ['a secret beside its place', signIn({ secret: { env: 'A', value: SECRET } }), 'Invalid "signIn.secret".'],
    ['a secret for the name of its variable', signIn({ secret: { env: SECRET } }), 'Invalid "signIn.secret".'],
    ['two places of a secret', signIn({ secret: { env: 'A', file: 'b' } }), 'Invalid "signIn.secret".'],
    ['an empty path', signIn({ secret: { file: '' } }), 'Invalid "signIn.secret".'],
    [
      'a misspelt member',
      signIn({ clientID: CLIENT }),
      'Unknown member "signIn.clientID". Did you mean "signIn.clientId"?',
    ],
    ['a member of another way', signIn({ tokenFile: 'x' }), 'Unknown member "signIn.tokenFile".'],
    [
      'a certificate as a text',
      { ...whole, signIn: { kind: 'clientCertificate', clientId: CLIENT, certificate: SECRET } },
      'Invalid "signIn.certificate".',
    ],
    [
      'a client of the Azure CLI',
      { ...whole, signIn: { kind: 'azureCli', clientId: CLIENT } },
      'Unknown member "signIn.clientId".',
    ],
  ])('refuses %s', (_, json, refusal) => {
    const file = parseConnectionFile(JSON.stringify(json));
    const said = 'refusal' in file ? file.refusal : 'It was read.';
    expect(said).toContain(refusal);
    expect(said).not.toContain(SECRET);
    expect(said).toMatch(/[.?]$/);
  });
});
