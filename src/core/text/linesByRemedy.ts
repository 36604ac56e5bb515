/** What is said of one of many. */
export interface Said {
  /** What it has in common with those about whom the same is to be done. */
  readonly cause: string;
  /** What to do; empty where there is nothing. */
  readonly remedy: string;
  readonly lines: readonly string[];
}

/** All lines, those of one cause together, and what to do about it once below them. */
export function linesByRemedy(all: readonly Said[]): readonly string[] {
  const groups = new Map<string, Said[]>();
  for (const said of all) {
    const key = JSON.stringify([said.cause, said.remedy]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [said]);
    else group.push(said);
  }
  return [...groups.values()].flatMap((group) => {
    const remedy = group[0]?.remedy ?? '';
    return [...group.flatMap(({ lines }) => lines), ...(remedy === '' ? [] : [`      ${remedy}`])];
  });
}
