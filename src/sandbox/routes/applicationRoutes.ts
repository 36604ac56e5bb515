import type { JsonObject } from '../../core/json/jsonValue';
import { member } from '../../core/json/jsonValue';
import type { SandboxIdentity } from '../gate/identity';
import { notFound } from '../message';
import { answerCollection, answerItem } from '../odata/collection';
import type { FilterField } from '../odata/filter';
import { needs } from '../gate/permissions';
import type { Route } from '../routes';
import { isSameId } from './jobPath';

const PAGE = { pageSize: 100, maxPageSize: 999 };

type Field = readonly [string, FilterField<JsonObject>];
type TextOperator = FilterField<JsonObject>['operators'][number];

const text = (name: string, ...more: readonly TextOperator[]): Field => [
  name.toLowerCase(),
  {
    type: 'text',
    operators: ['eq', 'ne', 'startswith', ...more],
    ignoresCase: true,
    read: (item) => {
      const value = member(item, name);
      return typeof value === 'string' ? value : undefined;
    },
  },
];

const servicePrincipalFields = new Map<string, FilterField<JsonObject>>([
  ...['id', 'appId', 'displayName', 'applicationTemplateId'].map((name) => text(name, 'in')),
  [
    'tags',
    {
      type: 'texts',
      operators: ['eq', 'startswith'],
      read: ({ tags }) => (Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : []),
    },
  ],
]);

/**
 * Service principals and the templates of the gallery, limited to what a client needs to find the provisioning apps.
 * Source: Microsoft Graph, list servicePrincipals; list applicationTemplates.
 */
export function applicationRoutes(identity: SandboxIdentity): readonly Route[] {
  const servicePrincipals = describeServicePrincipals(identity);
  const templates = Object.values(identity.applications).map((application) => ({
    id: application.applicationTemplateId,
    displayName: application.displayName,
    homePageUrl: null,
    supportedProvisioningTypes: ['sync'],
    categories: [],
    publisher: 'Microsoft Corporation',
    description: null,
  }));
  const read = { operation: 'applications', method: 'GET' } as const;
  return [
    {
      ...read,
      path: /^\/(v1\.0|beta)\/servicePrincipals\/?$/i,
      needs: needs.readApplications,
      answer: (call) =>
        answerCollection(call, {
          name: 'servicePrincipals',
          items: servicePrincipals,
          fields: servicePrincipalFields,
          write: (item) => item,
          ...PAGE,
        }),
    },
    {
      ...read,
      path: /^\/(v1\.0|beta)\/servicePrincipals\/([^/]+)\/?$/i,
      needs: needs.readApplications,
      answer: (call) => {
        const id = call.parameters[1] ?? '';
        const found = servicePrincipals.find((candidate) => isSameId(candidate.id, id));
        return found === undefined ? notFound('servicePrincipal', id) : answerItem(call, 'servicePrincipals', found);
      },
    },
    {
      ...read,
      path: /^\/(v1\.0|beta)\/applicationTemplates\/?$/i,
      // The gallery is readable by everybody
      needs: [],
      answer: (call) =>
        answerCollection(call, {
          name: 'applicationTemplates',
          items: templates,
          fields: new Map([text('id'), text('displayName', 'contains')]),
          write: (item) => item,
          ...PAGE,
        }),
    },
  ];
}

/**
 * Follows other gallery applications. Source: public inventories of service principals, which do not include these two.
 */
function homepageOf(flavour: string): string {
  return `https://account.activedirectory.windowsazure.com:444/applications/default.aspx?metadata=${flavour}|ISV9.1|primary|z`;
}

function describeServicePrincipals(identity: SandboxIdentity): readonly (JsonObject & { readonly id: string })[] {
  const provisioning = Object.values(identity.applications).map((application) => ({
    id: application.servicePrincipalId,
    accountEnabled: true,
    appId: application.appId,
    applicationTemplateId: application.applicationTemplateId,
    displayName: application.displayName,
    homepage: homepageOf(application.flavour),
    info: { logoUrl: null },
    servicePrincipalType: 'Application',
    tags: ['WindowsAzureActiveDirectoryIntegratedApp'],
  }));
  const client = {
    id: identity.clientServicePrincipalId,
    accountEnabled: true,
    appId: identity.clientId,
    applicationTemplateId: null,
    displayName: 'Inbound provisioning client (sandbox)',
    homepage: null,
    info: { logoUrl: null },
    servicePrincipalType: 'Application',
    tags: [],
  };
  return [...provisioning, client];
}
