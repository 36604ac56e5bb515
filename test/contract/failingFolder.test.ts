import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileLayer } from '../../src/files/fileLayer';
import { systemFiles } from '../../src/files/fileLayer';
import { SavedTenantError, startSandbox } from '../../src/sandbox/startSandbox';
import { liveInFolder, peopleInFolder, uploadPerson } from '../support/keptSandbox';
import type { FileStep } from '../support/watchedFiles';
import { watchedFiles } from '../support/watchedFiles';

let place: string;
let folder: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'sandbox-'));
  folder = join(place, 'tenant');
});
afterEach(() => rm(place, { recursive: true }));

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** A disk that is full after half a write, from the step on or at this step alone. */
function failingFiles(at: number, code: string, isLasting: boolean): FileLayer {
  return watchedFiles(async ({ number, half }: FileStep) => {
    if (number !== at && !(isLasting && number > at)) return;
    await half?.();
    throw failure(code);
  });
}

/** How many calls of the file layer one life makes, and of what kinds. */
async function stepsOfALife(): Promise<readonly string[]> {
  const names: string[] = [];
  const files = watchedFiles(({ name }) => void names.push(name));
  await liveInFolder(join(place, 'counted'), files, ['1', '2', '3', '4'], () => undefined);
  return names;
}

describe('a sandbox whose folder fails', () => {
  it.each([
    ['once', false],
    ['from then on', true],
  ])('at any step, %s, keeps everybody who was answered 202', async (_, isLasting) => {
    const steps = await stepsOfALife();
    expect(new Set(steps)).toEqual(
      new Set([
        'makeFolder',
        'realPath',
        'read',
        'list',
        'create',
        'write',
        'sync',
        'close',
        'rename',
        'syncFolder',
        'remove',
      ]),
    );
    await liveInFolder(folder, systemFiles, ['before'], () => undefined);
    for (const [index, name] of steps.entries()) {
      const copy = join(place, `copy-${index}`);
      await cp(folder, copy, { recursive: true });
      const accepted = ['before'];
      const life = liveInFolder(copy, failingFiles(index + 1, 'ENOSPC', isLasting), ['1', '2', '3', '4'], (id) =>
        accepted.push(id),
      );
      const outcome = await life.then(
        () => undefined,
        (error: unknown) => error,
      );
      // Not to start, or not to have kept the last changes, is said in these words alone
      if (outcome !== undefined) expect(outcome, name).toBeInstanceOf(SavedTenantError);
      const people = await peopleInFolder(copy);
      expect(
        accepted.filter((id) => !people.has(id)),
        `${name}, step ${index + 1}`,
      ).toEqual([]);
    }
  });

  it('says so once, and that it is saved again at the next change', async () => {
    const said: (string | undefined)[] = [];
    let isFull = false;
    const files = watchedFiles(() => {
      if (isFull) throw failure('ENOSPC');
    });
    const running = await startSandbox({ folder, files, onTrouble: (trouble) => said.push(trouble?.message) });
    expect(await uploadPerson(running, '1')).toBe(202);
    isFull = true;
    expect(await uploadPerson(running, '2')).toBe(503);
    expect(await uploadPerson(running, '3')).toBe(503);
    expect(said).toEqual([
      expect.stringMatching(/tenant cannot be written|Cannot write to the folder .*: the disk is full/),
    ]);
    isFull = false;
    expect(await uploadPerson(running, '4')).toBe(202);
    await running.close();
    expect(said.slice(1)).toEqual([undefined]);
    expect(await peopleInFolder(folder)).toEqual(new Set(['1', '2', '3', '4']));
  });

  it('says at the end what is kept, and what is not', async () => {
    let isFull = false;
    const files = watchedFiles(({ name }) => {
      // What is appended to an open file still fits
      if (isFull && ['makeFolder', 'rename'].includes(name)) throw failure('EROFS');
    });
    const running = await startSandbox({ folder, files });
    expect(await uploadPerson(running, '1')).toBe(202);
    isFull = true;
    expect(await uploadPerson(running, '2')).toBe(202);
    await expect(running.close()).rejects.toThrow(
      /: its file system is read-only\. .*\nThe last save is of .*, with 0 accounts, 0 log entries and 0 operations waiting and 2 uploads received later\. Later changes are lost\. The sandbox ended with 0 accounts, 0 log entries and 2 operations waiting\./,
    );
    expect(await peopleInFolder(folder)).toEqual(new Set(['1', '2']));
  });

  it('keeps a changed job before it answers', async () => {
    const running = await startSandbox({ folder });
    const { graph, servicePrincipalId, jobId, token } = running;
    const pause = `${graph}/v1.0/servicePrincipals/${servicePrincipalId}/synchronization/jobs/${jobId}/pause`;
    const headers = { Authorization: `Bearer ${token}` };
    expect((await fetch(pause, { method: 'POST', headers })).status).toBe(204);
    const copy = join(place, 'copy');
    await cp(folder, copy, { recursive: true });
    await running.close();
    const again = await startSandbox({ folder: copy });
    expect(again.sandbox.jobs()[0]?.schedule).toBe('Paused');
    await again.close();
  });
});
