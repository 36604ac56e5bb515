import { createHash } from 'node:crypto';
import { fromUnixMilliseconds } from '../../../src/core/expression/dotnet/dates/instant';
import { isUsable, loadMapping } from '../../../src/core/mapping/loadMapping';
import { convertToRequests } from '../../../src/extract/convertToRequests';
import { extractPlanner } from '../../../src/sending/extractPlanner';
import type { Planner } from '../../../src/sending/planner';
import { operationsIn } from './operationsIn';

const MAPPING = `externalId  = [Id]
userName    = Join("@", [User], "contoso.com")
displayName = [Name]
active      = Switch([Status], , "A", "True", "T", "False")
where IsPresent([Name])
`;

/** When everything begins; milliseconds since 1970. */
export const START = Date.UTC(2026, 10, 30, 8);
const NOW = fromUnixMilliseconds(START);
if (NOW === undefined) throw new Error('The clock is outside of the years 1 to 9999.');
/** The moment of all plans. */
export const MOMENT = { now: NOW, seed: 7 };

/** Texts of people that may be in no file and on no screen. */
export const CANARIES: readonly string[] = ['canary', 'Canaria', 'Zoë'];

/** An extract of people of whom a few are refused and a few are left out. */
export function extractOf(people: number, edition: number): string {
  const rows = Array.from({ length: people }, (_, index) => {
    const status = index % 97 === 96 ? '?' : index % 61 === 60 ? 'T' : 'A';
    const name = index % 89 === 88 ? '' : `Canaria Zoë ${index}`;
    return `${idOf(index)},canary.user${index}.${edition},${name},${status}\n`;
  });
  return `Id,User,Name,Status\n${rows.join('')}`;
}

/** The matching id of one of them. */
export function idOf(index: number): string {
  return `canary-${index}`;
}

/** What plans them, as the product does. */
export function plannerOf(csv: string): Planner {
  const loaded = loadMapping(MAPPING);
  if (!isUsable(loaded)) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  return extractPlanner({ name: 'people.csv', read: () => blocks(csv) }, { name: 'people.scimmap', loaded });
}

/**
 * The bodies that a conversion by itself gives, by their hashes, with the ids in them: what a preview shows.
 * @param isSearch whether each operation is a body of its own
 */
export async function bodiesOf(csv: string, isSearch: boolean): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const loaded = loadMapping(MAPPING);
  for await (const events of convertToRequests(blocks(csv), loaded, { moment: MOMENT })) {
    for (const event of events) {
      if (event.kind !== 'requests') continue;
      let start = 0;
      for (const end of event.requests.ends) {
        const body = event.requests.bytes.slice(start, end);
        start = end + 1;
        const operations = operationsIn(Buffer.from(body).toString('utf8'));
        if (isSearch) for (const { hash, id } of operations) found.set(hash, [id]);
        else
          found.set(
            createHash('sha256').update(body).digest('hex'),
            operations.map(({ id }) => id),
          );
      }
    }
  }
  return found;
}

async function* blocks(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}
