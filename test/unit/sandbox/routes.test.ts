import { describe, expect, it } from 'vitest';
import { refused } from '../../../src/sandbox/message';
import type { Route } from '../../../src/sandbox/routes';
import { findRoute } from '../../../src/sandbox/routes';
import { jobPath } from '../../../src/sandbox/routes/jobPath';
import { nextLink } from '../../../src/sandbox/odata/collection';
import { AUTHORITY } from './sandboxRig';

const route = (method: Route['method'], path: RegExp, needs: Route['needs'] = []): Route => ({
  operation: 'jobs',
  method,
  path,
  needs,
  answer: () => ({ status: 200, json: {} }),
});
const ROUTES = [
  route('GET', jobPath('')),
  route('POST', jobPath('/start')),
  route('GET', jobPath('/schema')),
  route('PUT', jobPath('/schema')),
  route('POST', /^\/([^/]+)\/token$/, 'open'),
];
const JOBS = '/servicePrincipals/sp%201/synchronization/jobs/API.1';

const find = (method: string, target: string, token = true) => {
  const body = {
    [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true as const, value: undefined }) }),
  };
  const request = { method, target, headers: new Map<string, string>(), body, authority: AUTHORITY };
  return findRoute(ROUTES, request, () => (token ? undefined : refused(401, 'InvalidAuthenticationToken', 'No.')));
};

describe('a request', () => {
  it.each([
    ['GET', `/v1.0${JOBS}`, 0, ['v1.0', 'sp 1', 'API.1']],
    ['GET', `/beta${JOBS}/`, 0, ['beta', 'sp 1', 'API.1']],
    ['POST', `/V1.0${JOBS.toUpperCase()}/START`, 1, ['V1.0', 'SP 1', 'API.1']],
    ['PUT', `/v1.0${JOBS}/schema?$select=id`, 3, ['v1.0', 'sp 1', 'API.1']],
    ['POST', '/a%2Fb/token', 4, ['a/b']],
  ])('%s %s is for route %i', (method, target, index, parameters) => {
    const found = find(method, target);
    if (!('route' in found)) throw new Error(JSON.stringify(found));
    expect(found.route).toBe(ROUTES[index]);
    expect(found.call.parameters).toEqual(parameters);
    expect(found.call.origin).toBe(`http://${AUTHORITY}`);
  });

  it.each([
    ['DELETE', `/v1.0${JOBS}/schema`, 405, 'GET, PUT'],
    ['GET', `/v1.0${JOBS}/start`, 405, 'POST'],
    ['GET', `/v2.0${JOBS}`, 404, undefined],
    ['GET', `/v1.0${JOBS}/schema/more`, 404, undefined],
    ['GET', `/v1.0${JOBS.replace('%201', '%')}`, 404, undefined],
  ])('%s %s is refused with %i', (method, target, status, allow) => {
    const refusal = find(method, target);
    if (!('status' in refusal)) throw new Error('it is not refused');
    expect([refusal.status, refusal.headers?.Allow]).toEqual([status, allow]);
  });

  it('without a token learns nothing but that, save where none is needed', () => {
    for (const target of [`/v1.0${JOBS}`, '/nothing'])
      expect(find('DELETE', target, false)).toMatchObject({ status: 401 });
    expect(find('POST', '/t/token', false)).toHaveProperty('route');
    expect(find('GET', '/t/token', false)).toMatchObject({ status: 405 });
  });

  it('keeps its query options in the address of the next page', () => {
    const found = find('GET', `/v1.0${JOBS}?$filter=a%20eq%20'b%26c'&$skiptoken=5&$top=2`);
    if (!('call' in found)) throw new Error('not found');
    expect(nextLink(found.call, '7')).toBe(
      `http://${AUTHORITY}/v1.0${JOBS}?$filter=a%20eq%20'b%26c'&$top=2&$skiptoken=7`,
    );
  });
});
