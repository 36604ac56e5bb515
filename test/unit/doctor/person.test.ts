import { describe, expect, it } from 'vitest';
import { reportJson } from '../../../src/doctor/reportJson';
import { reportMarkdown } from '../../../src/doctor/reportMarkdown';
import { reportText } from '../../../src/doctor/reportText';
import { json } from '../tenant/answers';
import { CLIENT, examined, FILE, tokenOf } from './examined';

/** What a service or a token says of people, and secrets. */
const CANARIES = {
  name: 'cNRy-Ada-Lovelace',
  upn: 'cNRy-ada@contoso.com',
  oid: '5a5a5a5a-1111-2222-3333-444444444444',
  ip: '203.0.113.77',
  error: 'cNRy-Grace-Hopper',
  quarantine: 'cNRy-Alan-Turing',
  entry: 'cNRy-Edsger-Dijkstra',
  code: 'cNRy code Barbara Liskov',
  folder: 'cNRy-folder',
};
const claims = {
  appid: CLIENT,
  idtyp: 'user',
  name: CANARIES.name,
  upn: CANARIES.upn,
  oid: CANARIES.oid,
  ipaddr: CANARIES.ip,
  scp: 'User.Read',
};
const refusal =
  (status: number, code = 'Forbidden') =>
  () =>
    json(status, { error: { code, message: `${CANARIES.error} may not do this.` } });
const quarantined = () =>
  json(200, {
    id: FILE.jobId,
    templateId: 'API2AAD',
    schedule: { state: CANARIES.quarantine },
    status: {
      code: CANARIES.quarantine,
      quarantine: {
        reason: CANARIES.quarantine,
        error: { code: CANARIES.quarantine, message: CANARIES.quarantine },
        currentBegan: CANARIES.quarantine,
      },
      lastExecution: { state: CANARIES.quarantine, timeEnded: '2026-11-28T18:00:00Z' },
    },
  });
const entry = () => json(200, { value: [{ id: '1', sourceIdentity: { displayName: CANARIES.entry } }] });
const signIn = { kind: 'clientSecret', clientId: CLIENT, secret: { file: `/home/${CANARIES.folder}/secret` } } as const;

describe('a report names nobody and holds no secret', () => {
  it.each([
    ['a person who may do nothing', { job: refusal(403), schema: refusal(403), log: refusal(403) }],
    ['a service that fails', { job: refusal(500), schema: refusal(500), log: refusal(503) }],
    ['a service whose codes are sentences', { job: refusal(400, CANARIES.code), log: refusal(400, CANARIES.code) }],
    ['a job that is not there', { job: refusal(404), schema: refusal(404), jobs: refusal(404) }],
    ['a job with a long story', { job: quarantined, log: entry }],
  ])('of %s', async (_, answers) => {
    for (const token of [tokenOf(claims), 'cNRy-opaque-token']) {
      const report = await examined({ ...answers, token, file: { signIn } });
      const said = [
        JSON.stringify(report),
        JSON.stringify(reportJson(report)),
        reportText(report).join('\n'),
        reportMarkdown(report),
      ].join('\n');
      expect([...Object.values(CANARIES), token].filter((canary) => said.includes(canary))).toEqual([]);
      expect(said).not.toMatch(/cNRy/i);
    }
  });
});
