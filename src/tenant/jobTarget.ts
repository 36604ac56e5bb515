/** What an API-driven job writes to, by the name of its template: Microsoft Entra ID or Active Directory. */
export type JobTarget = 'API2AAD' | 'API2AD';

/**
 * What a job writes to, by its own id or its template's; `undefined` for any other kind of job, which does not accept
 * uploads. The id of a job begins with its template's id. Source: Microsoft Graph, synchronizationJob: bulkUpload,
 * examples.
 */
export function jobTarget(id: string): JobTarget | undefined {
  const [, word] = /^(API2A?AD)(?![a-z0-9])/i.exec(id) ?? [];
  return word === undefined ? undefined : word.length === 'API2AAD'.length ? 'API2AAD' : 'API2AD';
}
