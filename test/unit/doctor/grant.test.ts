import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Grantee } from '../../../src/doctor/grant';
import { grantOf } from '../../../src/doctor/grant';
import type { Permission } from '../../../src/doctor/permissions';
import { permissions } from '../../../src/doctor/permissions';
import { purposes } from '../../../src/doctor/purposes';
import { isGuid } from '../../../src/tenant/endpoint';
import { CLIENT, FILE } from './examined';

const application: Grantee = {
  cloud: 'global',
  tenantId: FILE.tenantId,
  clientId: CLIENT,
  isPerson: false,
  isManagedIdentity: false,
  checkAgain: 'Then check again.',
};

describe('the table of permissions', () => {
  const all = Object.values(permissions);

  it('has each name and id once, and ids that are ids', () => {
    const ids = all.flatMap(({ appRole, scope }) => [appRole, scope].filter((id) => id !== undefined));
    expect(ids.filter((id) => !isGuid(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it('is what the documentation says', () => {
    const page = readFileSync('docs/connections.md', 'utf8');
    const rowOf = ({ name, appRole, scope }: Permission) =>
      `| \`${name}\` | \`${appRole ?? ''}\` | ${scope === undefined ? 'none' : `\`${scope}\``} |`;
    expect(all.filter((each) => !page.includes(rowOf(each)))).toEqual([]);
    const [, table = ''] = page.split('which are the same in every tenant:');
    expect(table.split('\n\n')[1]?.split('\n')).toHaveLength(all.length + 2);
  });

  it('lets every purpose be granted to applications and to people', () => {
    for (const { least } of purposes) {
      expect(grantOf([least], application)?.permissions).toEqual([least]);
      expect(grantOf([least], { ...application, isPerson: true })?.permissions).toEqual([least]);
    }
  });

  it('has no scope for what people cannot have', () => {
    expect(grantOf([permissions.uploadOwned], { ...application, isPerson: true })).toBeUndefined();
  });
});

describe('granting', () => {
  it('to an application takes a Privileged Role Administrator, and these commands', () => {
    const grant = grantOf([permissions.upload], application);
    expect(grant?.who).toContain('Privileged Role Administrator');
    expect(grant?.portal).toHaveLength(3);
    expect(grant?.portalLink).toContain(`/appId/${CLIENT}`);
    expect(grant?.powerShell).toBe(
      [
        `Connect-MgGraph -TenantId ${FILE.tenantId} -Scopes AppRoleAssignment.ReadWrite.All, Application.Read.All`,
        `$client = Get-MgServicePrincipal -Filter "appId eq '${CLIENT}'"`,
        `$graph = Get-MgServicePrincipal -Filter "appId eq '00000003-0000-0000-c000-000000000000'"`,
        'New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $client.Id -PrincipalId $client.Id -ResourceId $graph.Id -AppRoleId db31e92a-b9ea-4d87-bf6a-75a37a9ca35a # SynchronizationData-User.Upload',
      ].join('\n'),
    );
    expect(grant?.azureCli).toContain(
      '--body "{\\"principalId\\": \\"$client\\", \\"resourceId\\": \\"$graph\\", \\"appRoleId\\": \\"db31e92a-b9ea-4d87-bf6a-75a37a9ca35a\\"}"',
    );
  });

  it('of several is one script with a line for each', () => {
    const several = [permissions.upload, permissions.readLog];
    const roles = grantOf(several, application);
    expect(roles?.powerShell.match(/New-MgServicePrincipalAppRoleAssignment/g)).toHaveLength(2);
    expect(roles?.azureCli?.match(/az rest --method POST/g)).toHaveLength(2);
    expect(roles?.who).toContain('can grant them');
    const scopes = grantOf(several, { ...application, isPerson: true });
    expect(scopes?.powerShell).toContain('-Scope "SynchronizationData-User.Upload ProvisioningLog.Read.All" }');
    expect(scopes?.azureCli?.match(/=Scope/g)).toHaveLength(2);
  });

  it('to a managed identity is for scripts alone', () => {
    const grant = grantOf([permissions.upload], { ...application, isManagedIdentity: true });
    expect(grant).toMatchObject({ portal: [], portalLink: undefined });
  });

  it('to people adds a scope to those that were granted before', () => {
    const grant = grantOf([permissions.readLog], { ...application, isPerson: true });
    expect(grant?.who).toContain('Cloud Application Administrator');
    expect(grant?.powerShell).toContain('-Scope ("$($grant.Scope) ProvisioningLog.Read.All".Trim()) } else {');
    expect(grant?.azureCli).toContain('95aec97b-cf27-4a8d-a67d-42f60b5b38ef=Scope');
  });

  it.each([
    [
      'usgov',
      'Connect-MgGraph -Environment USGov ',
      'az cloud set --name AzureUSGovernment',
      'https://graph.microsoft.us',
    ],
    ['usgovdod', 'Connect-MgGraph -Environment USGovDoD ', 'AzureUSGovernment', 'https://dod-graph.microsoft.us'],
    ['china', 'Connect-MgGraph -Environment China ', 'AzureChinaCloud', 'https://microsoftgraph.chinacloudapi.cn'],
  ] as const)('in the cloud %s goes to that cloud', (cloud, powerShell, azure, graph) => {
    const grant = grantOf([permissions.upload], { ...application, cloud });
    expect(grant?.powerShell).toContain(powerShell);
    expect(grant?.azureCli).toContain(azure);
    expect(grant?.azureCli).toContain(`--resource ${graph} --url "${graph}/v1.0/`);
    expect(grant?.azureCli).not.toContain('graph.microsoft.com');
  });
});
