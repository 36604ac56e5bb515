import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/connections/connection';
import { tenantEndpoint } from '../../../src/connections/tenantFile';
import { examineConnection } from '../../../src/doctor/examineConnection';
import { uploadAddress } from '../../../src/tenant/endpoint';
import { NotSentError } from '../../../src/tenant/errors';
import type { NetworkFacts } from '../../../src/tenant/network/networkFacts';
import { FILE, NOW } from './examined';

const refusal = new NotSentError('It is not safe.', { remedy: 'Change the setting.' });
const nobody = (): Promise<never> => Promise.reject(refusal);
const connection: Connection = {
  kind: 'tenant',
  name: 'Contoso',
  endpoint: uploadAddress(tenantEndpoint(FILE)),
  file: FILE,
  open: nobody,
  reach: nobody,
};
const examine = (proxyFor: NetworkFacts['proxyFor']) =>
  examineConnection(connection, { wallClock: () => NOW, network: { proxyFor, probeTls: nobody } });

describe('a connection over which no call can be made', () => {
  it.each([
    ['proxy', nobody],
    ['tls', () => Promise.resolve({ kind: 'direct' } as const)],
  ] as const)('fails in %s', async (id, proxyFor) => {
    const { checks, ready, portalLink } = await examine(proxyFor);
    expect({ ready, known: portalLink !== undefined }).toEqual({ ready: false, known: true });
    expect(checks.filter(({ state }) => state === 'failed')).toMatchObject([
      { id, message: 'It is not safe.', remedy: 'Change the setting.' },
    ]);
    expect(checks[0]).toMatchObject({ id: 'address', state: 'ok' });
    expect(new Set(checks.slice(3).map(({ state }) => state))).toEqual(new Set(['unknown']));
  });
});
