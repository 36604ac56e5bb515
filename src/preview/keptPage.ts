/** What the list takes of the room, in percent: of the width beside the record, and of the height above it. */
export interface ListShare {
  readonly wide: number;
  readonly narrow: number;
}

/** What a page keeps over a reload of its window: addresses and numbers, and nothing that the extract says. */
export interface KeptPage {
  readonly share?: ListShare;
}

/** What VS Code has kept of a page; of what another version wrote, as much as is understood. */
export function parseKeptPage(given: unknown): KeptPage {
  if (!isObject(given)) return {};
  const share = parseShare(given.share);
  return { ...(share !== undefined && { share }) };
}

function parseShare(given: unknown): ListShare | undefined {
  if (!isObject(given)) return undefined;
  const { wide, narrow } = given;
  return isPercent(wide) && isPercent(narrow) ? { wide, narrow } : undefined;
}

function isPercent(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 100;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
