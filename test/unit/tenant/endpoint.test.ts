import { describe, expect, it } from 'vitest';
import {
  cloudEndpoint,
  cloudGraph,
  isGuid,
  isJobId,
  logAddress,
  nextPageAddress,
  organizationAddress,
  parseEndpoint,
  uploadAddress,
  usersAddress,
} from '../../../src/tenant/endpoint';

const SP = '0f0f0f0f-1111-2222-3333-444444444444';
const JOB = 'API2AAD.0123456789abcdef0123456789abcdef.1a03de52-b9c3-4e2c-a1e3-9145aaa8e530';
const path = `/servicePrincipals/${SP}/synchronization/jobs/${JOB}/bulkUpload`;
const GRAPH = 'https://graph.microsoft.com';

describe('parseEndpoint', () => {
  it.each([
    [`${GRAPH}/v1.0${path}`, 'real', GRAPH, 'v1.0'],
    [` ${GRAPH}/beta${path}/\n`, 'real', GRAPH, 'beta'],
    [`HTTPS://GRAPH.microsoft.com/V1.0${path}`, 'real', GRAPH, 'v1.0'],
    [`https://graph.microsoft.us/v1.0${path}`, 'real', 'https://graph.microsoft.us', 'v1.0'],
    [`https://dod-graph.microsoft.us/v1.0${path}`, 'real', 'https://dod-graph.microsoft.us', 'v1.0'],
    [`https://microsoftgraph.chinacloudapi.cn/v1.0${path}`, 'real', 'https://microsoftgraph.chinacloudapi.cn', 'v1.0'],
    [`http://127.0.0.1:40400/v1.0${path}`, 'sandbox', 'http://127.0.0.1:40400', 'v1.0'],
    [`http://127.0.0.1:65535/v1.0${path}`, 'sandbox', 'http://127.0.0.1:65535', 'v1.0'],
    [`http://127.0.0.1:64123/v1.0${path}`, 'sandbox', 'http://127.0.0.1:64123', 'v1.0'],
  ])('reads %s', (text, kind, origin, version) => {
    expect(parseEndpoint(text)).toEqual({ kind, origin, version, servicePrincipalId: SP, jobId: JOB });
  });

  it.each([
    '',
    `http://graph.microsoft.com/v1.0${path}`,
    `https://127.0.0.1:40400/v1.0${path}`,
    `http://127.0.0.1/v1.0${path}`,
    `http://127.0.0.1:0/v1.0${path}`,
    `http://127.0.0.1:65536/v1.0${path}`,
    `http://127.0.0.1:99999/v1.0${path}`,
    `http://localhost:40400/v1.0${path}`,
    `http://127.0.0.1:40400@evil.example/v1.0${path}`,
    `http://evil@127.0.0.1:40400/v1.0${path}`,
    `http://evil.127.0.0.1:40400/v1.0${path}`,
    `http://127.1:40400/v1.0${path}`,
    `http://2130706433:40400/v1.0${path}`,
    `https://graph.microsoft.com:443/v1.0${path}`,
    `https://graph.microsoft.com./v1.0${path}`,
    `https://graph.microsoft.com.evil.example/v1.0${path}`,
    `https://evil-graph.microsoft.com/v1.0${path}`,
    `https://user@graph.microsoft.com/v1.0${path}`,
    `https://graph.microsoft.com@evil.example/v1.0${path}`,
    `https://graph.microsoft.com\\@evil.example/v1.0${path}`,
    `https://graph.microsoft.com%2eevil.example/v1.0${path}`,
    `https://ｇraph.microsoft.com/v1.0${path}`,
    `https://graph.mіcrosoft.com/v1.0${path}`,
    `https://graph.micro\tsoft.com/v1.0${path}`,
    `//graph.microsoft.com/v1.0${path}`,
    `${GRAPH}/v2.0${path}`,
    `${GRAPH}/v1.0${path}?x=1`,
    `${GRAPH}/v1.0${path}#x`,
    `${GRAPH}/v1.0/../beta${path}`,
    `${GRAPH}/v1.0${path.replace(SP, 'not-a-guid')}`,
    `${GRAPH}/v1.0${path.replace(JOB, '..')}`,
    `${GRAPH}/v1.0${path.replace(JOB, "x' or 1 eq 1")}`,
    `${GRAPH}/v1.0${path.replace(JOB, 'a%2fb')}`,
    `${GRAPH}/v1.0${path.replace('/bulkUpload', '')}`,
  ])('refuses %s', (text) => {
    expect(parseEndpoint(text)).toHaveProperty('refusal');
  });
});

describe('the Graph of a cloud', () => {
  it('is where its endpoints are', () => {
    const graph = { kind: 'real', origin: 'https://graph.microsoft.us', version: 'v1.0' };
    expect(cloudGraph('usgov')).toEqual(graph);
    expect(cloudEndpoint('usgov', SP, JOB)).toEqual({ ...graph, servicePrincipalId: SP, jobId: JOB });
  });
});

describe('an id of Microsoft Entra', () => {
  it('is nothing but its digits', () => {
    expect([SP, SP.toUpperCase()].map(isGuid)).toEqual([true, true]);
    expect([` ${SP}`, `${SP} `, `${SP}/`, `../${SP}`, `${SP}0`, `0${SP}`, ''].filter(isGuid)).toEqual([]);
  });
});

describe('the port of a sandbox', () => {
  const ports = [1, 9999, 10_000, 59_999, 60_000, 64_999, 65_000, 65_499, 65_500, 65_529, 65_530, 65_535];
  const none = ['', 0, '01', 65_536, 65_540, 65_600, 66_000, 70_000, 100_000, '6550x', '80 '];
  const read = (port: unknown) => parseEndpoint(`http://127.0.0.1:${String(port)}/v1.0${path}`);

  it('is any that there is', () => expect(ports.filter((port) => 'refusal' in read(port))).toEqual([]));
  it('is not any other', () => expect(none.filter((port) => !('refusal' in read(port)))).toEqual([]));
});

describe('the id of a job', () => {
  it.each([
    ['a', true],
    [JOB, true],
    ['a'.repeat(128), true],
    ['', false],
    ['a'.repeat(129), false],
    ['.a', false],
    ['a/b', false],
    ['a b', false],
    ['a\n', false],
    ['-a', false],
    ['/a', false],
  ])('%j: %s', (text, expected) => {
    expect(isJobId(text)).toBe(expected);
  });
});

describe('addresses', () => {
  const endpoint = { kind: 'real', origin: GRAPH, version: 'beta', servicePrincipalId: SP, jobId: JOB } as const;
  it('are built from the parts', () => {
    expect(uploadAddress(endpoint)).toBe(`${GRAPH}/beta${path}`);
    expect(logAddress(endpoint)).toBe(`${GRAPH}/beta/auditLogs/provisioning?$filter=jobid%20eq%20'${JOB}'`);
    const since = new URL(logAddress(endpoint, { since: '2026-11-30T08:00:00+01:00' }));
    expect(since.searchParams.get('$filter')).toBe(
      `jobid eq '${JOB}' and activityDateTime ge 2026-11-30T08:00:00+01:00`,
    );
    const person = new URL(logAddress(endpoint, { until: '2026-12-01T00:00:00Z', person: "O'Hara & 1" }));
    expect(person.searchParams.get('$filter')).toBe(
      `jobid eq '${JOB}' and activityDateTime lt 2026-12-01T00:00:00Z and sourceIdentity/id eq 'O''Hara & 1'`,
    );
    expect(logAddress(endpoint, {}, 50)).toBe(`${logAddress(endpoint)}&$top=50`);
    expect(organizationAddress(endpoint)).toBe(`${GRAPH}/beta/organization?$select=id,verifiedDomains`);
  });

  it('of users ask for what is needed, and of some for those alone', () => {
    const all = `${GRAPH}/beta/users?$select=id%2CemployeeId&$top=999`;
    expect(usersAddress(endpoint, ['id', 'employeeId'])).toBe(all);
    expect(usersAddress(endpoint, ['id', 'manager', 'employeeId'])).toBe(`${all}&$expand=manager(%24select%3Did)`);
    const some = new URL(usersAddress(endpoint, ['id', 'employeeId'], { property: 'employeeId', values: ["O'Hara"] }));
    expect(some.searchParams.get('$filter')).toBe("employeeId in ('O''Hara')");
  });
});

describe('nextPageAddress', () => {
  const page = `${GRAPH}/v1.0/auditLogs/provisioning?$filter=x`;
  it.each([
    `${GRAPH}/v1.0/auditLogs/provisioning?$skiptoken=abc`,
    `${GRAPH}/v1.0/auditLogs/provisioning/?$skiptoken=abc`,
    `https://GRAPH.microsoft.com:443/v1.0/auditLogs/provisioning?$skiptoken=abc`,
    `${GRAPH}/v1.0/auditLogs/./provisioning?$skiptoken=abc`,
  ])('follows %s', (link) => {
    expect(nextPageAddress(link, page)).toMatch(
      /^https:\/\/graph\.microsoft\.com\/v1\.0\/auditLogs\/provisioning\/?\?\$skiptoken=abc$/,
    );
  });
  it.each([
    'https://evil.example/v1.0/auditLogs/provisioning?$skiptoken=abc',
    'http://graph.microsoft.com/v1.0/auditLogs/provisioning?$skiptoken=abc',
    'https://graph.microsoft.com:8443/v1.0/auditLogs/provisioning',
    'https://u@graph.microsoft.com/v1.0/auditLogs/provisioning',
    'https://:p@graph.microsoft.com/v1.0/auditLogs/provisioning',
    'https://graph.microsoft.com@evil.example/v1.0/auditLogs/provisioning',
    'https://graph.microsoft.com.evil.example/v1.0/auditLogs/provisioning',
    'https://graph.microsoft.com./v1.0/auditLogs/provisioning',
    'https://graph.microsoft.us/v1.0/auditLogs/provisioning',
    'https://graph%2Emicrosoft.com/v1.0/auditLogs/provisioning',
    'https://ｇraph.microsoft.com/v1.0/auditLogs/provisioning',
    'https://gr\u00adaph.microsoft.com/v1.0/auditLogs/provisioning',
    'https:\\\\graph.microsoft.com\\v1.0\\auditLogs\\provisioning',
    'https://graph.microsoft.com\\@evil.example/v1.0/auditLogs/provisioning',
    'https:graph.microsoft.com/v1.0/auditLogs/provisioning',
    'https:///graph.microsoft.com/v1.0/auditLogs/provisioning',
    '//graph.microsoft.com/v1.0/auditLogs/provisioning',
    ` ${GRAPH}/v1.0/auditLogs/provisioning`,
    `${GRAPH}/v1.0/audit\tLogs/provisioning`,
    `${GRAPH}/v1.0/auditLogs/provisioning?x\r\nHost: evil.example`,
    `${GRAPH}/v1.0/auditLogs/provisioning#$skiptoken=abc`,
    `${GRAPH}/v1.0/auditLogs/provisioning?$skiptoken=${'a'.repeat(20_000)}`,
    `${GRAPH}/beta/auditLogs/provisioning?$skiptoken=abc`,
    `${GRAPH}/v1.0/auditLogs/provisioning/e1`,
    `${GRAPH}/v1.0/auditLogs/provisioning%2F`,
    `${GRAPH}/v1.0/auditLogs//provisioning`,
    `${GRAPH}/v1.0/auditLogs/directoryAudits`,
    `${GRAPH}/v1.0/users`,
    `${GRAPH}/v1.0/auditLogs/provisioning/../../users`,
    `${GRAPH}/v1.0/auditLogs/provisioning/%2e%2e/%2e%2e/users`,
    '/v1.0/auditLogs/provisioning?$skiptoken=abc',
    'javascript:alert(1)',
    '',
  ])('does not follow %s', (link) => {
    expect(nextPageAddress(link, page)).toBeUndefined();
  });

  it('follows an address without a query, and one of 16,384 characters', () => {
    const plain = `${GRAPH}/v1.0/auditLogs/provisioning`;
    expect(nextPageAddress(plain, page)).toBe(plain);
    const longest = `${plain}?${'a'.repeat(16_384 - plain.length - 1)}`;
    expect(nextPageAddress(longest, page)).toBe(longest);
    expect(nextPageAddress(`${longest}a`, page)).toBeUndefined();
  });

  const before = 'http://127.0.0.1:4711/v1.0/users?$top=999';
  it('asks a sandbox with a proxy before it at the port of the proxy', () => {
    expect(nextPageAddress('http://127.0.0.1:4712/v1.0/users?$skiptoken=abc', before)).toBe(
      'http://127.0.0.1:4711/v1.0/users?$skiptoken=abc',
    );
  });
  it.each([
    'http://localhost:4711/v1.0/users',
    'https://127.0.0.1:4711/v1.0/users',
    'http://127.0.0.2:4711/v1.0/users',
    'http://127.0.0.1/v1.0/users',
    'http://127.0.0.1:4712/v1.0/domains',
    `${GRAPH}/v1.0/users`,
  ])('does not follow a sandbox to %s', (link) => {
    expect(nextPageAddress(link, before)).toBeUndefined();
  });
  it('does not take a host of this machine for a sandbox by its address alone', () => {
    expect(nextPageAddress('https://127.0.0.1:8443/logs?$skiptoken=1', 'https://127.0.0.1:9443/logs')).toBeUndefined();
  });

  it('does not follow a real tenant to a sandbox', () => {
    expect(nextPageAddress('http://127.0.0.1:4711/v1.0/auditLogs/provisioning', page)).toBeUndefined();
  });
});
