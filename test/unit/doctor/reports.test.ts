import { describe, expect, it } from 'vitest';
import { reportJson } from '../../../src/doctor/reportJson';
import { reportMarkdown } from '../../../src/doctor/reportMarkdown';
import { reportText } from '../../../src/doctor/reportText';
import type { TlsProbe } from '../../../src/tenant/network/networkFacts';
import { dangersOfMarkdown } from '../../support/dangers';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';
import { CLIENT, examined, tokenOf } from './examined';

const NOTHING = tokenOf({ appid: CLIENT, roles: [] });
const isOurs = (href: string) => href.startsWith('https://entra.microsoft.com/#view/');

describe('a report', () => {
  it('begins with the verdict, then says what to do, then the rest', async () => {
    const report = await examined({ token: NOTHING });
    for (const text of [reportText(report).join('\n'), reportMarkdown(report)]) {
      const places = ['Not ready to send', 'What to do', 'Connect-MgGraph', 'az rest', 'Checks'].map((each) =>
        text.indexOf(each),
      );
      expect(places).not.toContain(-1);
      expect([...places].sort((one, other) => one - other)).toEqual(places);
    }
  });

  it('is a page whose commands can be copied, with links of ours alone', async () => {
    const page = reportMarkdown(await examined({ token: NOTHING }));
    expect(page).toContain('```powershell\nConnect-MgGraph');
    expect(page).toContain('```sh\naz login');
    expect(page).toContain('### 1. Grant `SynchronizationData-User.Upload`');
    expect(dangersOfMarkdown(page, isOurs)).toEqual([]);
  });

  it('grants all that is needed at once, and apart from it what is not', async () => {
    const text = reportText(await examined({ token: NOTHING })).join('\n');
    expect(text.match(/Connect-MgGraph/g)).toHaveLength(2);
    const [needed = '', optional = ''] = text.split('\n  2. ');
    for (const name of ['SynchronizationData-User.Upload', 'ProvisioningLog.Read.All', 'Synchronization.Read.All'])
      expect(needed).toMatch(new RegExp(`-AppRoleId [0-9a-f-]{36} # ${name}`));
    expect(needed).toContain(
      'Grant the application permissions SynchronizationData-User.Upload, ProvisioningLog.Read.All, Synchronization.Read.All with',
    );
    expect(needed).not.toContain('Synchronization.ReadWrite.All');
    expect(optional).toContain('# Synchronization.ReadWrite.All');
  });

  it('says that it is ready when nothing is missing, and has nothing to do', async () => {
    const report = await examined();
    expect(reportText(report)[0]).toBe('Contoso: Ready to send.');
    expect(reportMarkdown(report)).not.toContain('What to do');
    expect(reportJson(report).ready).toBe(true);
  });

  it('is ready to send although results cannot be read, and says that', async () => {
    const token = tokenOf({ appid: CLIENT, roles: ['SynchronizationData-User.Upload'] });
    const report = await examined({ token });
    expect(report.ready).toBe(true);
    expect(reportText(report)[0]).toContain('These checks failed: permission to read the results');
  });

  it('shows names and issuers as text, even hostile ones', async () => {
    const found: string[] = [];
    for (const text of HOSTILE_TEXTS) {
      const certificate = { subject: text, issuer: text, validFrom: text, validUntil: text };
      const network = {
        proxyFor: () =>
          Promise.resolve({ kind: 'proxy', address: 'http://proxy:8080', source: 'HTTPS_PROXY' } as const),
        probeTls: () => Promise.resolve<TlsProbe>({ way: 'direct', authorised: true, certificate }),
      };
      const report = await examined({ file: { name: text } }, { network });
      const dangers = dangersOfMarkdown(reportMarkdown(report), isOurs);
      if (dangers.length > 0) found.push(`${text}: ${dangers.join(', ')}`);
    }
    expect(found).toEqual([]);
  });
});
