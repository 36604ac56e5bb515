import type { CloudName } from '../tenant/clouds';
import { clouds } from '../tenant/clouds';
import type { Permission } from './permissions';
import { GRAPH_APP_ID } from './permissions';

/** The identity that lacks permissions. All ids must be validated, because they become part of commands. */
export interface Grantee {
  readonly cloud: CloudName;
  /** A GUID or a domain name. */
  readonly tenantId: string;
  /** The application (client) id for sign-in. */
  readonly clientId: string;
  /** Whether a person signs in through the application, which then needs a delegated permission. */
  readonly isPerson: boolean;
  /** Whether it is a managed identity. It has no app registration, so the admin center cannot grant it permissions. */
  readonly isManagedIdentity: boolean;
  /** When a check shows the new permission; one sentence. */
  readonly checkAgain: string;
}

/** A permission with its id for the way to sign in: that of an app role or of a scope. */
interface Grantable {
  readonly name: string;
  readonly id: string;
}

/** Instructions for granting permissions, complete enough for an administrator who has nothing else. */
export interface Grant {
  readonly permissions: readonly Permission[];
  readonly to: Grantee;
  /** Who can grant them; one sentence. */
  readonly who: string;
  /** Steps in the admin center; empty if it is not possible there. */
  readonly portal: readonly string[];
  /** The page on which the steps start. */
  readonly portalLink: string | undefined;
  readonly powerShell: string;
  /** For bash. Absent if the Azure CLI does not support it. */
  readonly azureCli: string | undefined;
}

/**
 * Application administrators cannot grant application permissions of Microsoft Graph, although Microsoft's page on
 * granting access to this API names them. Source: Entra, grant tenant-wide admin consent to an application.
 */
const whoGrantsRoles = (it: string): string =>
  `Only a Privileged Role Administrator or a Global Administrator can grant ${it}: an Application Administrator can add ${it}, but cannot consent to ${it}.`;
const whoGrantsScopes = (it: string): string =>
  `An Application Administrator, a Cloud Application Administrator or a Privileged Role Administrator can grant ${it}.`;

const POWERSHELL_CLOUD: Readonly<Record<CloudName, string>> = {
  global: '',
  usgov: ' -Environment USGov',
  usgovdod: ' -Environment USGovDoD',
  china: ' -Environment China',
};
const AZURE_CLOUD: Readonly<Record<CloudName, string | undefined>> = {
  global: undefined,
  usgov: 'AzureUSGovernment',
  usgovdod: 'AzureUSGovernment',
  china: 'AzureChinaCloud',
};

/** How to grant all of the permissions at once; `undefined` if none exists for this way to sign in. */
export function grantOf(permissions: readonly Permission[], to: Grantee): Grant | undefined {
  const grantable = permissions.flatMap(({ name, appRole, scope }) => {
    const id = to.isPerson ? scope : appRole;
    return id === undefined ? [] : [{ name, id }];
  });
  if (grantable.length === 0) return undefined;
  return { permissions, to, ...(to.isPerson ? delegatedGrant(grantable, to) : applicationGrant(grantable, to)) };
}

/** Merges two grants without duplicates, for the grantee of the first. */
export function bothGrants(one: Grant, other: Grant): Grant {
  const known = new Set(one.permissions);
  return grantOf([...one.permissions, ...other.permissions.filter((each) => !known.has(each))], one.to) ?? one;
}

type Instructions = Omit<Grant, 'permissions' | 'to'>;

function applicationGrant(roles: readonly Grantable[], to: Grantee): Instructions {
  const { graph } = clouds[to.cloud];
  return {
    who: whoGrantsRoles(itOrThem(roles)),
    portal: to.isManagedIdentity ? [] : portalSteps(roles, 'Application permissions', to),
    portalLink: to.isManagedIdentity ? undefined : portalLink(to),
    powerShell: lines(
      connect(to, 'AppRoleAssignment.ReadWrite.All, Application.Read.All'),
      ...powerShellIds(to),
      ...roles.map(
        ({ name, id }) =>
          `New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $client.Id -PrincipalId $client.Id -ResourceId $graph.Id -AppRoleId ${id} # ${name}`,
      ),
    ),
    azureCli: lines(
      ...azureSignIn(to),
      `client=$(${azureId(to, to.clientId)})`,
      `graph=$(${azureId(to, GRAPH_APP_ID)})`,
      ...roles.flatMap(({ name, id }) => [
        `# ${name}`,
        `az rest --method POST --resource ${graph} --url "${graph}/v1.0/servicePrincipals/$client/appRoleAssignments" --headers Content-Type=application/json --body "{\\"principalId\\": \\"$client\\", \\"resourceId\\": \\"$graph\\", \\"appRoleId\\": \\"${id}\\"}"`,
      ]),
    ),
  };
}

/** Uses another command for consent, because `az ad app permission grant` replaces earlier grants. */
function delegatedGrant(scopes: readonly Grantable[], to: Grantee): Instructions {
  const names = scopes.map(({ name }) => name).join(' ');
  return {
    who: whoGrantsScopes(itOrThem(scopes)),
    portal: portalSteps(scopes, 'Delegated permissions', to),
    portalLink: portalLink(to),
    powerShell: lines(
      connect(to, 'DelegatedPermissionGrant.ReadWrite.All, Application.Read.All'),
      ...powerShellIds(to),
      `$grant = Get-MgOauth2PermissionGrant -Filter "clientId eq '$($client.Id)' and resourceId eq '$($graph.Id)' and consentType eq 'AllPrincipals'"`,
      // "else" at the start of a line is an error if the lines are pasted one by one
      `if ($grant) { Update-MgOauth2PermissionGrant -OAuth2PermissionGrantId $grant.Id -Scope ("$($grant.Scope) ${names}".Trim()) } else { New-MgOauth2PermissionGrant -ClientId $client.Id -ResourceId $graph.Id -ConsentType AllPrincipals -Scope "${names}" }`,
    ),
    // The Azure CLI has no cloud for DoD, where applications have another address
    azureCli:
      to.cloud === 'usgovdod'
        ? undefined
        : lines(
            ...azureSignIn(to),
            `az ad app permission add --id ${to.clientId} --api ${GRAPH_APP_ID} --api-permissions ${scopes.map(({ id }) => `${id}=Scope`).join(' ')} # ${names}`,
            '# Consents to every permission that the application lists',
            `az ad app permission admin-consent --id ${to.clientId}`,
          ),
  };
}

function itOrThem({ length }: readonly Grantable[]): string {
  return length === 1 ? 'it' : 'them';
}

function portalSteps(wanted: readonly Grantable[], kind: string, { clientId }: Grantee): readonly string[] {
  const names = wanted.map(({ name }) => name).join(', ');
  return [
    `Open "App registrations", "All applications", the application ${clientId}, then "API permissions".`,
    `Choose "Add a permission", "Microsoft Graph", "${kind}", then select ${names} and choose "Add permissions".`,
    'Choose "Grant admin consent", and check that the status of each permission is "Granted".',
  ];
}

/** Undocumented, but common in public scripts; the steps also work without this link. */
function portalLink({ cloud, clientId }: Grantee): string {
  return `${clouds[cloud].portal}/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/CallAnAPI/appId/${clientId}`;
}

function connect({ cloud, tenantId }: Grantee, scopes: string): string {
  return `Connect-MgGraph${POWERSHELL_CLOUD[cloud]} -TenantId ${tenantId} -Scopes ${scopes}`;
}

function powerShellIds({ clientId }: Grantee): readonly string[] {
  return [
    `$client = Get-MgServicePrincipal -Filter "appId eq '${clientId}'"`,
    `$graph = Get-MgServicePrincipal -Filter "appId eq '${GRAPH_APP_ID}'"`,
  ];
}

function azureSignIn({ cloud, tenantId }: Grantee): readonly string[] {
  const name = AZURE_CLOUD[cloud];
  const choose = name === undefined ? [] : [`az cloud set --name ${name}`];
  return [...choose, `az login --tenant ${tenantId} --allow-no-subscriptions`];
}

function azureId({ cloud }: Grantee, appId: string): string {
  const { graph } = clouds[cloud];
  return `az rest --resource ${graph} --url "${graph}/v1.0/servicePrincipals(appId='${appId}')" --query id --output tsv`;
}

function lines(...each: readonly string[]): string {
  return each.join('\n');
}
