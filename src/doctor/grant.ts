import type { CloudName } from '../tenant/clouds';
import { clouds } from '../tenant/clouds';
import type { Permission } from './permissions';
import { GRAPH_APP_ID } from './permissions';

/** Who lacks a permission. All ids are checked ones: they are part of commands. */
export interface Grantee {
  readonly cloud: CloudName;
  /** A GUID or a domain name. */
  readonly tenantId: string;
  /** The application (client) id of the one that signs in. */
  readonly clientId: string;
  /** A person signs in by means of the application: it is the application that is granted a delegated permission. */
  readonly isPerson: boolean;
  /** A managed identity has no registration, so nothing can be granted to it in the admin center. */
  readonly isManagedIdentity: boolean;
}

/** How to grant a permission: for an administrator who has this page and nothing else. */
export interface Grant {
  readonly permission: string;
  /** Who may do it, one sentence. */
  readonly who: string;
  /** Steps in the admin center; none where it cannot be done there. */
  readonly portal: readonly string[];
  /** Where the steps begin. */
  readonly portalLink: string | undefined;
  readonly powerShell: string;
  /** For bash. Absent where Azure CLI cannot do it. */
  readonly azureCli: string | undefined;
}

/**
 * Application permissions of Microsoft Graph are the ones that application administrators may not grant; Microsoft's page on granting
 * access to this API names them nonetheless. Source: Entra, grant tenant-wide admin consent to an application.
 */
const WHO_GRANTS_ROLES =
  'Only a Privileged Role Administrator or a Global Administrator can grant it: an Application Administrator can add it, but cannot consent to it.';
const WHO_GRANTS_SCOPES =
  'An Application Administrator, a Cloud Application Administrator or a Privileged Role Administrator can grant it.';

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

/** `undefined` for a permission that there is not for this kind of sign-in. */
export function grantOf(permission: Permission, to: Grantee): Grant | undefined {
  const { name, appRole, scope } = permission;
  if (to.isPerson) return scope === undefined ? undefined : delegatedGrant(name, scope, to);
  return appRole === undefined ? undefined : applicationGrant(name, appRole, to);
}

function applicationGrant(name: string, appRole: string, to: Grantee): Grant {
  return {
    permission: name,
    who: WHO_GRANTS_ROLES,
    portal: to.isManagedIdentity ? [] : portalSteps(name, 'Application permissions', to),
    portalLink: to.isManagedIdentity ? undefined : portalLink(to),
    powerShell: lines(
      connect(to, 'AppRoleAssignment.ReadWrite.All, Application.Read.All'),
      ...powerShellIds(to),
      `New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $client.Id -PrincipalId $client.Id -ResourceId $graph.Id -AppRoleId ${appRole} # ${name}`,
    ),
    azureCli: lines(
      ...azureSignIn(to),
      `client=$(${azureId(to, to.clientId)})`,
      `graph=$(${azureId(to, GRAPH_APP_ID)})`,
      `# ${name}`,
      `az rest --method POST --resource ${clouds[to.cloud].graph} --url "${clouds[to.cloud].graph}/v1.0/servicePrincipals/$client/appRoleAssignments" --headers Content-Type=application/json --body "{\\"principalId\\": \\"$client\\", \\"resourceId\\": \\"$graph\\", \\"appRoleId\\": \\"${appRole}\\"}"`,
    ),
  };
}

/** `az ad app permission grant` replaces what was granted before, so consent is given by the other command. */
function delegatedGrant(name: string, scope: string, to: Grantee): Grant {
  return {
    permission: name,
    who: WHO_GRANTS_SCOPES,
    portal: portalSteps(name, 'Delegated permissions', to),
    portalLink: portalLink(to),
    powerShell: lines(
      connect(to, 'DelegatedPermissionGrant.ReadWrite.All, Application.Read.All'),
      ...powerShellIds(to),
      `$grant = Get-MgOauth2PermissionGrant -Filter "clientId eq '$($client.Id)' and resourceId eq '$($graph.Id)' and consentType eq 'AllPrincipals'"`,
      // "else" on a line of its own is an error where lines are pasted one by one
      `if ($grant) { Update-MgOauth2PermissionGrant -OAuth2PermissionGrantId $grant.Id -Scope ("$($grant.Scope) ${name}".Trim()) } else { New-MgOauth2PermissionGrant -ClientId $client.Id -ResourceId $graph.Id -ConsentType AllPrincipals -Scope ${name} }`,
    ),
    // Azure CLI has no cloud for DoD, whose applications are at another address
    azureCli:
      to.cloud === 'usgovdod'
        ? undefined
        : lines(
            ...azureSignIn(to),
            `az ad app permission add --id ${to.clientId} --api ${GRAPH_APP_ID} --api-permissions ${scope}=Scope # ${name}`,
            '# Consents to every permission that the application lists',
            `az ad app permission admin-consent --id ${to.clientId}`,
          ),
  };
}

function portalSteps(name: string, kind: string, { clientId }: Grantee): readonly string[] {
  return [
    `Open "App registrations", "All applications", the application ${clientId}, then "API permissions".`,
    `Choose "Add a permission", "Microsoft Graph", "${kind}", then select ${name} and choose "Add permissions".`,
    'Choose "Grant admin consent", and check that the status of the permission is "Granted".',
  ];
}

/** Undocumented, and seen in many public scripts; the steps say how to get there without. */
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
