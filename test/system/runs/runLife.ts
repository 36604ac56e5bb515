import { takeLock } from '../../../src/files/lock/processLock';
import type { LockWay } from '../../../src/files/lock/processLock';
import { openRunStore } from '../../../src/runs/openRunStore';

// A process of its own, which lives with a state folder until it is killed. What it prints was done.
const [what = '', home = '', ...words] = process.argv.slice(2);
const store = openRunStore(home, { program: 'tests' });
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const forEver = (): Promise<never> => new Promise(() => setInterval(() => undefined, 1000));

/** Sends the batches of a run, as far as it lives: an event is printed once it is on the disk. */
async function send(id: string): Promise<void> {
  const run = await store.open(id);
  for (const { number, hash } of run.plan.batches) {
    const { state, attempts } = run.state.batch(number);
    if (state === 'accepted') continue;
    const attempt = attempts + 1;
    await run.journal.append({
      type: 'attempt-start',
      batch: number,
      attempt,
      hash,
      reason: attempts === 0 ? 'first' : 'resumed',
    });
    say(`start ${number}`);
    await run.journal.append({ type: 'attempt-end', batch: number, attempt, outcome: 'accepted', status: 202 });
    say(`end ${number}`);
  }
  await run.close();
}

/** Takes a lock, and says whether that came to anything. */
async function lock(name: string, way: string): Promise<void> {
  const taken =
    way === 'system'
      ? await store.lock(name)
      : await takeLock({ name, folder: home, way: way as LockWay }, `process ${process.pid}`);
  say('release' in taken ? `has ${process.pid}` : `not ${JSON.stringify(taken)}`);
  if ('release' in taken) await forEver();
}

async function note(count: number): Promise<void> {
  const ledger = store.ledger({ tenantId: 't' });
  for (let call = 0; call < count; call++) await ledger.note();
}

switch (what) {
  case 'send':
    await send(words[0] ?? '');
    break;
  case 'lock':
    await lock(words[0] ?? '', words[1] ?? '');
    break;
  case 'note':
    await note(Number(words[0]));
    break;
  case 'key':
    say(Buffer.from(await store.key()).toString('hex'));
}
