import { member, stringMember } from '../../core/json/jsonValue';

/** What a restart clears. Source: Microsoft Graph, resource type synchronizationJobRestartCriteria. */
export type Reset =
  'None' | 'ConnectorDataStore' | 'Escrows' | 'Watermark' | 'QuarantineState' | 'Full' | 'ForceDeletes';

const RESETS: readonly Reset[] = [
  'None',
  'ConnectorDataStore',
  'Escrows',
  'Watermark',
  'QuarantineState',
  'Full',
  'ForceDeletes',
];

/** The resets of "Restart provisioning" in the portal, and of an empty scope. */
const PORTAL: readonly Reset[] = ['QuarantineState', 'Watermark', 'Escrows'];

/** Parses the body of a restart: one string of names separated by commas, ignoring case. */
export function parseResetScope(body: unknown): readonly Reset[] | { readonly refusal: string } {
  const scope = member(member(body, 'criteria'), 'resetScope');
  if (scope !== undefined && scope !== null && typeof scope !== 'string')
    return { refusal: '"resetScope" must be a string.' };
  const names = (stringMember(member(body, 'criteria'), 'resetScope') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) return PORTAL;
  const resets: Reset[] = [];
  for (const name of names) {
    const reset = RESETS.find((known) => known.toLowerCase() === name.toLowerCase());
    if (reset === undefined) return { refusal: `Unknown reset scope "${name}". Use ${RESETS.join(', ')}.` };
    resets.push(reset);
  }
  return resets;
}

/** Whether these resets include a given one; `Full` includes all. */
export function clears(resets: readonly Reset[], reset: Reset): boolean {
  return resets.includes(reset) || resets.includes('Full');
}
