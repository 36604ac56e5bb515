import type { CycleContext } from '../../core/provisioning/cycle/cycleContext';
import { answerCollection } from '../odata/collection';
import { needs } from '../gate/permissions';
import type { Route } from '../routes';

/** The domains of sign-in names, the default first. Source: Microsoft Graph, list domains; resource type domain. */
export function domainRoute(domains: () => Pick<CycleContext, 'defaultDomain' | 'verifiedDomains'>): Route {
  return {
    operation: 'users',
    method: 'GET',
    path: /^\/(v1\.0|beta)\/domains\/?$/i,
    needs: needs.readDomains,
    answer: (call) => {
      const { defaultDomain, verifiedDomains } = domains();
      const names = new Set([defaultDomain, ...verifiedDomains].map((name) => name.toLowerCase()));
      return answerCollection(call, {
        name: 'domains',
        items: names,
        fields: new Map(),
        write: (id) => ({
          id,
          authenticationType: 'Managed',
          isAdminManaged: true,
          isDefault: id === defaultDomain.toLowerCase(),
          isInitial: false,
          isRoot: true,
          isVerified: true,
          supportedServices: [],
        }),
        pageSize: 100,
        maxPageSize: 999,
      });
    },
  };
}
