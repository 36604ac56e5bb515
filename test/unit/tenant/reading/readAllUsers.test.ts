import { describe, expect, it } from 'vitest';
import type { UsersRead } from '../../../../src/tenant/reading/readAllUsers';
import { readAllUsers } from '../../../../src/tenant/reading/readAllUsers';
import { createHttpTenant } from '../../../../src/tenant/httpTenant';
import { answering, json } from '../answers';

const USERS = 'https://graph.microsoft.com/v1.0/users';

describe('reading all users', () => {
  it('counts somebody who was changed between two pages once, as they are on the later one', async () => {
    const page = (next: string | undefined, ...value: readonly object[]): Response =>
      json(200, { value, ...(next !== undefined && { '@odata.nextLink': `${USERS}?$skiptoken=${next}` }) });
    const { transport } = answering(
      page('2', { id: 'a', city: 'Bonn' }, { id: 'b' }),
      // Pages may be empty, and go on
      page('3'),
      page(undefined, { id: 'c' }, { id: 'a', city: 'Kiel' }),
    );
    const tenant = createHttpTenant({
      endpoint: {
        kind: 'real',
        origin: 'https://graph.microsoft.com',
        version: 'v1.0',
        servicePrincipalId: 'sp',
        jobId: 'j',
      },
      name: 'Contoso',
      transport,
      tokens: { token: () => Promise.resolve('token') },
    });
    const read: UsersRead[] = [];
    const users = await readAllUsers(tenant, ['id', 'city'], { onPage: (each) => read.push(each) });
    expect(users.map(({ id, values }) => [id, values.get('city')])).toEqual([
      ['a', 'Kiel'],
      ['b', undefined],
      ['c', undefined],
    ]);
    expect(read).toEqual([
      { pages: 1, users: 2 },
      { pages: 2, users: 2 },
      { pages: 3, users: 3 },
    ]);
  });
});
