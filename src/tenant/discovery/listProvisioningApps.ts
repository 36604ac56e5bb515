import type { JsonObject } from '../../core/json/jsonValue';
import { member, stringMember } from '../../core/json/jsonValue';
import { isGuid } from '../endpoint';
import { RejectedError } from '../errors';
import type { CallOptions } from '../exchange';
import { MAX_DISCOVERY_PAGES, MAX_LOG_ANSWER } from '../limits';
import type { PagedList } from '../readPages';
import { readPages } from '../readPages';
import { parseList } from './parseList';

/** An enterprise application that may have a provisioning job. */
export interface ProvisioningApp {
  /** The object id of its service principal, which connection files contain. */
  readonly servicePrincipalId: string;
  readonly appId: string;
  /** The tenant's name for it. */
  readonly displayName: string;
  /**
   * Whether its template, homepage or logo is that of API-driven provisioning. If `false`, only its jobs show whether
   * it is.
   */
  readonly isApiDriven: boolean;
}

const paging = { parse: parseList, limit: MAX_LOG_ANSWER, maxPages: MAX_DISCOVERY_PAGES };
const templates: PagedList<ReturnType<typeof parseList>> = {
  ...paging,
  name: 'list of application templates',
  remedyOfMore: 'Paste the provisioning API endpoint instead.',
};
const applications: PagedList<ReturnType<typeof parseList>> = {
  ...paging,
  name: 'list of enterprise applications',
  remedyOfMore: 'Paste the provisioning API endpoint instead.',
  permission: 'Application.Read.All',
};

/**
 * Both the name of 2023 and the current one contain this. Source: Entra, configure API-driven inbound provisioning
 * apps.
 */
const TEMPLATE_NAME = 'API-driven';
/**
 * The tag of every enterprise application in the admin center. Source: Microsoft Graph, resource type servicePrincipal.
 */
const TAG = 'WindowsAzureActiveDirectoryIntegratedApp';
const PROPERTIES = 'id,appId,displayName,applicationTemplateId,homepage,info,tags';
/**
 * Homepages and logos that contain the template's name. Both were observed on similar applications and are not
 * documented.
 */
const HOMEPAGE = /[?&]metadata=API2A?AD(?:\||%7C)/i;
const LOGO = /(?:^|\/)API2A?AD_/i;

/**
 * Lists the enterprise applications of a tenant, API-driven ones first, each group sorted by name. Needs
 * Application.Read.All; throws a `TenantError` when it is refused.
 */
export async function listProvisioningApps(
  options: CallOptions,
  signal?: AbortSignal,
): Promise<readonly ProvisioningApp[]> {
  const templateIds = await readTemplateIds(options, signal);
  const query = { $filter: `tags/any(t:t eq '${TAG}')`, $select: PROPERTIES, $top: '999' };
  const apps = new Map<string, ProvisioningApp>();
  for await (const { items } of readPages(
    options,
    applications,
    addressOf(options, 'servicePrincipals', query),
    signal,
  ))
    for (const item of items) {
      const app = readApp(item, templateIds);
      if (app !== undefined) apps.set(app.servicePrincipalId, app);
    }
  const name = ({ displayName }: ProvisioningApp): string => displayName.toLowerCase();
  return [...apps.values()].sort(
    (one, other) => Number(other.isApiDriven) - Number(one.isApiDriven) || (name(one) < name(other) ? -1 : 1),
  );
}

/**
 * Template ids differ between clouds and are not documented. If they cannot be read, homepage and logo must be enough.
 */
async function readTemplateIds(options: CallOptions, signal: AbortSignal | undefined): Promise<ReadonlySet<string>> {
  const query = { $filter: `contains(displayName,'${TEMPLATE_NAME}')` };
  const ids = new Set<string>();
  try {
    for await (const { items } of readPages(
      options,
      templates,
      addressOf(options, 'applicationTemplates', query),
      signal,
    ))
      for (const item of items) ids.add(stringMember(item, 'id')?.toLowerCase() ?? '');
  } catch (error) {
    // A 401 would also fail the list of applications, which needs the same token; other refusals only cost the template
    // ids
    if (!(error instanceof RejectedError) || error.status === 401) throw error;
  }
  ids.delete('');
  return ids;
}

function addressOf(
  { endpoint: { origin, version } }: CallOptions,
  list: string,
  query: Readonly<Record<string, string>>,
): string {
  const options = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${origin}/${version}/${list}?${options.join('&')}`;
}

function readApp(item: JsonObject, templateIds: ReadonlySet<string>): ProvisioningApp | undefined {
  const id = stringMember(item, 'id') ?? '';
  if (!isGuid(id)) return undefined;
  const appId = stringMember(item, 'appId') ?? '';
  const template = stringMember(item, 'applicationTemplateId')?.toLowerCase() ?? '';
  const isApiDriven =
    templateIds.has(template) ||
    HOMEPAGE.test(stringMember(item, 'homepage') ?? '') ||
    LOGO.test(stringMember(member(item, 'info'), 'logoUrl') ?? '');
  const displayName = stringMember(item, 'displayName') ?? '';
  return { servicePrincipalId: id.toLowerCase(), appId, displayName, isApiDriven };
}
