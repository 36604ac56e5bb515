import type { CycleContext } from '../../core/provisioning/cycle/cycleContext';
import { needs } from '../gate/permissions';
import { answerCollection } from '../odata/collection';
import type { Route } from '../routes';

/**
 * The tenant itself, with its domains, the default first. Source: Microsoft Graph, get organization; resource type
 * verifiedDomain.
 */
export function organizationRoute(
  tenantId: string,
  displayName: string,
  domains: () => Pick<CycleContext, 'defaultDomain' | 'verifiedDomains'>,
): Route {
  return {
    operation: 'users',
    method: 'GET',
    path: /^\/(v1\.0|beta)\/organization\/?$/i,
    needs: needs.readOrganization,
    answer: (call) => {
      const { defaultDomain, verifiedDomains } = domains();
      const names = new Set([defaultDomain, ...verifiedDomains].map((name) => name.toLowerCase()));
      const verified = [...names].map((name) => ({
        capabilities: 'Email, OfficeCommunicationsOnline',
        isDefault: name === defaultDomain.toLowerCase(),
        isInitial: false,
        name,
        type: 'Managed',
      }));
      const organization = {
        id: tenantId,
        displayName,
        tenantType: 'AAD',
        onPremisesSyncEnabled: null,
        onPremisesLastSyncDateTime: null,
        verifiedDomains: verified,
      };
      return answerCollection(call, {
        name: 'organization',
        items: [organization],
        fields: new Map(),
        write: (item) => item,
        pageSize: 100,
        maxPageSize: 999,
      });
    },
  };
}
