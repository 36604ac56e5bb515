import type { Directory } from '../core/provisioning/directory/directory';
import type { TargetValue } from '../core/provisioning/directory/targetValue';

/**
 * Gives every n-th of these sign-in names, starting with the first, to another account, as if somebody had used it
 * before. Names that are already in use do not count.
 */
export function takeNames(
  names: readonly string[],
  everyNth: number | undefined,
  directory: Directory,
  newId: () => string,
): void {
  if (everyNth === undefined) return;
  const free = names.filter((name) => directory.withUserPrincipalName(name) === undefined);
  for (const [index, name] of free.entries()) {
    if (index % everyNth !== 0) continue;
    const values: readonly (readonly [string, TargetValue])[] = [
      ['userPrincipalName', name],
      ['displayName', 'Somebody else'],
      ['mailNickname', name.split('@')[0] ?? name],
      ['accountEnabled', true],
    ];
    directory.put({ id: newId(), values: new Map(values) });
  }
}
