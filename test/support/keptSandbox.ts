import type { FileLayer } from '../../src/files/fileLayer';
import type { RunningSandbox } from '../../src/sandbox/startSandbox';
import { startSandbox } from '../../src/sandbox/startSandbox';
import { createManualClock } from './manualClock';
import { bulkBody, person } from './people';

/** Longer than a cycle is waited for. */
const CYCLE = 60_000;

/** Sends a person to a sandbox over its socket; gives the answer's status. */
export async function uploadPerson({ endpoint, token }: RunningSandbox, externalId: string): Promise<number> {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json', Connection: 'close' };
  return (await fetch(endpoint, { method: 'POST', headers, body: bulkBody(person(externalId)) })).status;
}

/**
 * The life of a sandbox with a folder: it starts, takes people in while it saves what came before, and stops.
 * @param onAccepted called with everybody who was answered 202, at once
 */
export async function liveInFolder(
  folder: string,
  files: FileLayer,
  externalIds: readonly string[],
  onAccepted: (externalId: string) => void,
): Promise<void> {
  const clock = createManualClock();
  const running = await startSandbox({ clock, folder, files });
  for (const [index, externalId] of externalIds.entries()) {
    if ((await uploadPerson(running, externalId)) === 202) onAccepted(externalId);
    // A cycle has the tenant saved, while the next person comes
    if (index % 2 === 1) clock.advance(CYCLE);
  }
  await running.close();
}

/** Who is in the tenant of a folder, or will be after the next cycle: by externalId. */
export async function peopleInFolder(folder: string): Promise<ReadonlySet<string>> {
  const clock = createManualClock();
  const running = await startSandbox({ clock, folder });
  // The clock of a life before may have gone further
  clock.advance(10 * CYCLE);
  const people = running.sandbox.users().map(({ name }) => name.replace('Person ', ''));
  await running.close();
  return new Set(people);
}
