import { X509Certificate } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ReportJson } from '../../src/doctor/reportJson';
import { permissions } from '../../src/doctor/permissions';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { startEntraProxy } from '../support/entraProxy/entraProxy';
import type { Ended } from './support/runCli';
import { Workplace } from './support/runCli';

let proxy: EntraProxy;
let place: Workplace;
beforeAll(async () => {
  proxy = await startEntraProxy();
  // The proxy wants its password in some tests, so it is always there: it must not be in what is printed
  const url = proxy.url.replace('//', `//${proxy.password}@`);
  const env = { ...proxy.env, HTTPS_PROXY: url, https_proxy: url };
  place = new Workplace({ ...env, ENTRA_CLIENT_SECRET: proxy.registration.secret, WRONG_SECRET: WRONG });
});
afterEach(() => {
  proxy.calm();
  proxy.ledger.clear();
});
afterAll(async () => {
  await place.remove();
  await proxy.close();
});

const WRONG = 'cNRy-wrong-secret';
const bySecret = { kind: 'clientSecret', secret: { env: 'ENTRA_CLIENT_SECRET' } };

function connect(signIn: object = bySecret): string {
  const { tenantId, clientId } = proxy.registration;
  const file = { kind: 'tenant', name: 'Contoso', endpoint: proxy.endpoint, tenantId, signIn: { clientId, ...signIn } };
  place.write('contoso.json', JSON.stringify(file));
  return './contoso.json';
}

/** Checks the tenant, and makes sure that nothing secret is printed and that no person is named. */
async function doctor(format: 'text' | 'json', signIn?: object): Promise<Ended> {
  const ended = await place.run(['doctor', '--connection', connect(signIn), '--format', format]);
  const { secret, secretId } = proxy.registration;
  const canaries = [secret, WRONG, proxy.password, proxy.password.split(':')[1] ?? '', 'eyJ', place.path];
  const printed = ended.out + ended.err;
  expect([...canaries, secretId].filter((each) => each !== '' && printed.includes(each))).toEqual([]);
  expect(proxy.ledger.requests.filter(({ path, method }) => method === 'POST' && path.includes('bulkUpload'))).toEqual(
    [],
  );
  return ended;
}

const reportOf = ({ out }: Ended): ReportJson => JSON.parse(out) as ReportJson;
const idsIn = ({ checks }: ReportJson, ...states: string[]) =>
  checks.filter(({ state }) => states.includes(state)).map(({ id }) => id);

describe('doctor of a tenant behind a proxy', () => {
  it('is ready, and says who issued the certificates and which proxy is used', async () => {
    const { code, out, err } = await doctor('text');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Contoso: Ready to send\.\n\nChecks \(/);
    expect(out).toContain(`Calls to Microsoft Graph and sign-in go through the proxy ${proxy.url} (HTTPS_PROXY).`);
    expect(out).toContain('issued by Entra proxy of the tests, not by an authority that Microsoft uses');
    expect(out).toContain(`Signed in as application ${proxy.registration.clientId} by client secret`);
  });

  it.each([
    ['SynchronizationData-User.Upload', 'permission.upload', 3, permissions.upload],
    ['ProvisioningLog.Read.All', 'permission.log', 0, permissions.readLog],
    ['User.Read.All', 'permission.users', 0, permissions.readUsers],
  ] as const)('without %s names exactly that one', async (withheld, id, code, { appRole = '' }) => {
    proxy.switches.withheld = [withheld];
    const ended = await doctor('json');
    const report = reportOf(ended);
    expect({ code: ended.code, ready: report.ready, err: ended.err }).toEqual({ code, ready: code === 0, err: '' });
    expect(idsIn(report, 'failed', 'warning')).toEqual([id]);
    const { out } = await doctor('text');
    expect(out).toContain(`-AppRoleId ${appRole} # ${withheld}`);
    expect(out.split('-AppRoleId')).toHaveLength(2);
  });

  it('says what is wrong with the secret, and checks nothing after it', async () => {
    const ended = await doctor('json', { kind: 'clientSecret', secret: { env: 'WRONG_SECRET' } });
    const report = reportOf(ended);
    expect({ code: ended.code, failed: idsIn(report, 'failed') }).toEqual({ code: 3, failed: ['sign-in'] });
    expect(report.checks.find(({ id }) => id === 'sign-in')?.message).toContain('AADSTS7000215');
    expect(idsIn(report, 'unknown')).toContain('job');
  });

  it('says how long the certificate lasts that it signs in with', async () => {
    const ended = await doctor('json', { kind: 'clientCertificate', certificate: { file: proxy.files.pem } });
    const { checks, ready } = reportOf(ended);
    expect({ code: ended.code, ready }).toEqual({ code: 0, ready: true });
    const { message } = checks.find(({ id }) => id === 'certificate') ?? {};
    const { validTo } = new X509Certificate(proxy.registration.certificate.certificate);
    expect(message).toContain(new Date(validTo).toISOString().slice(0, 10));
  });

  it('says that a secret is not there, naming its file without the folder', async () => {
    const secret = { file: `${place.path}/ada-lovelace/secret.txt` };
    const report = reportOf(await doctor('json', { kind: 'clientSecret', secret }));
    expect(idsIn(report, 'failed')).toEqual(['sign-in']);
    expect(JSON.stringify(report)).not.toContain('ada-lovelace');
  });

  it('says that the proxy refuses', async () => {
    proxy.switches.tunnel = 'refuse';
    const ended = await doctor('json');
    expect({ code: ended.code, failed: idsIn(reportOf(ended), 'failed') }).toEqual({ code: 3, failed: ['proxy'] });
  });

  it('says whose certificate is not accepted, and not a byte arrives', async () => {
    proxy.switches.certificate = { fault: 'unknown authority', of: 'login' };
    const report = reportOf(await doctor('json'));
    expect(idsIn(report, 'failed')).toEqual(['tls']);
    expect(report.checks.find(({ id }) => id === 'tls')?.message).toMatch(
      /login\.microsoftonline\.com is not accepted .* issued by Contoso TLS inspection/,
    );
    expect(proxy.ledger.requests.filter(({ host }) => host.startsWith('login.'))).toEqual([]);
  });

  it('stops at the first Ctrl-C', async () => {
    proxy.switches.tunnel = 'ignore';
    const running = place.start(['doctor', '--connection', connect()]);
    await expect.poll(() => proxy.ledger.tunnels.length, { timeout: 20_000 }).toBeGreaterThan(0);
    running.process.kill('SIGINT');
    const { code, out, err } = await running.ended;
    expect({ code, out, err }).toEqual({ code: 5, out: '', err: 'Stopped.\n' });
  });
});

describe('doctor of the sandbox', () => {
  it('starts one, and finds it ready', async () => {
    const ended = await place.run(['doctor', '--connection', 'sandbox', '--format', 'json']);
    const report = reportOf(ended);
    expect({ code: ended.code, ready: report.ready, wrong: idsIn(report, 'failed', 'warning', 'unknown') }).toEqual({
      code: 0,
      ready: true,
      wrong: [],
    });
  });
});
