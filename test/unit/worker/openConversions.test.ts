import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { momentNow } from '../../../src/extract/momentNow';
import type { ExtractPlace } from '../../../src/extract/index/extractPlace';
import { WHOLE_LIST } from '../../../src/preview/previewState';
import { OpenConversions } from '../../../src/worker/openConversions';
import type { ShownInput } from '../../../src/worker/protocol';

const MAPPING = 'externalId = [Id]\nuserName = [Id]\ndisplayName = [Name]\nactive = "true"\n';

function input(place: ExtractPlace | string): ShownInput {
  const bytes = typeof place === 'string' ? new TextEncoder().encode(place) : place;
  return { bytes, mapping: MAPPING, moment: momentNow(), request: WHOLE_LIST, edition: 1 };
}

describe('OpenConversions', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'entra-inbound-open-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('say when something is shown of all that is being opened', async () => {
    const open = new OpenConversions();
    await open.shown();
    const opening = ['a', 'b'].map((key) => open.open(key, input('Id,Name\n1,Ana\n')));
    let isShown = false;
    const shown = open.shown().then(() => {
      isShown = true;
    });
    await Promise.resolve();
    expect(isShown).toBe(false);
    await shown;
    expect(await Promise.all(opening)).toMatchObject([{ kind: 'ready' }, { kind: 'ready' }]);
  });

  it('answer from what was opened last under a key', async () => {
    const open = new OpenConversions();
    const first = open.open('a', input('Id,Name\n1,Ana\n'));
    const second = open.open('a', input('Id,Name\n1,Bob\n2,Cleo\n'));
    expect(await first).toBeUndefined();
    expect(await second).toMatchObject({ kind: 'ready', content: { counts: { records: 2 } } });
    expect((await open.detail('a', 1))?.row.name).toBe('Bob');
    expect(await open.detail('a', 3)).toBeUndefined();
    expect(await open.detail('b', 1)).toBeUndefined();
  });

  it.each(['the same key', 'a file that has changed'])(
    'give the detail of what is opened meanwhile: %s',
    async (how) => {
      const open = new OpenConversions();
      const path = join(folder, 'extract.csv');
      await writeFile(path, 'Id,Name\n1,Ana\n');
      await open.open('a', input({ path }));
      if (how !== 'the same key') await writeFile(path, 'Id,Name\n1,Cleopatra\n');
      const detail = open.detail('a', 1);
      await open.open('a', input(how === 'the same key' ? 'Id,Name\n1,Cleopatra\n' : { path }));
      expect((await detail)?.row.name).toBe('Cleopatra');
    },
  );

  it('let go of what is dropped', async () => {
    const open = new OpenConversions();
    await open.open('a', input('Id,Name\n1,Ana\n'));
    const news = open.get('a')?.statusAfter(99);
    open.drop('a');
    expect([open.get('a'), await news, await open.detail('a', 1)]).toEqual([undefined, undefined, undefined]);
  });

  it('know a record of a file that one of them has read', async () => {
    const open = new OpenConversions();
    const path = join(folder, 'known.csv');
    await writeFile(path, 'Id,Name\n1,Ana\n2,Bob\n');
    await open.open('other', input('Id,Name\n1,Cleo\n'));
    await open.open('a', input({ path }));
    const question = { bytes: { path }, mapping: MAPPING, record: 2 };
    expect(await open.recordOf(question)).toMatchObject({ cells: ['2', 'Bob'] });
    expect(await open.recordOf({ ...question, record: 3 })).toBeUndefined();
  });

  const BROKEN = MAPPING.replace('[Name]', '[Nam]');

  it('keep what was open while the mapping that comes after it cannot be used', async () => {
    const open = new OpenConversions();
    await open.open('a', input('Id,Name\n1,Ana\n'));
    const broken = await open.open('a', { ...input('Id,Name\n1,Ana\n'), mapping: BROKEN });
    expect(broken).toMatchObject({ kind: 'problems', isKept: true });
    expect((await open.detail('a', 1))?.row.name).toBe('Ana');
    expect(await open.get('a')?.rows(0, 0, 9)).toHaveLength(1);
    const again = await open.open('a', input('Id,Name\n1,Bob\n'));
    expect(again?.kind).toBe('ready');
    expect((await open.detail('a', 1))?.row.name).toBe('Bob');
  });

  it('keep nothing where nothing was open, or its file has changed since', async () => {
    const open = new OpenConversions();
    const path = join(folder, 'kept.csv');
    await writeFile(path, 'Id,Name\n1,Ana\n');
    const first = await open.open('a', { ...input({ path }), mapping: BROKEN });
    expect(first).toMatchObject({ kind: 'problems' });
    expect(first).not.toHaveProperty('isKept');
    await open.open('a', input({ path }));
    await writeFile(path, 'Id,Name\n1,Cleopatra\n');
    expect(await open.open('a', { ...input({ path }), mapping: BROKEN })).not.toHaveProperty('isKept');
  });

  it('narrow down what is open and what is coming', async () => {
    const open = new OpenConversions();
    await open.open('a', input('Id,Name\n1,Ana\n2,Bob\n'));
    const coming = open.open('a', input('Id,Name\n1,Bob\n2,Bob\n'));
    for (const conversion of open.all('a')) conversion.narrow({ view: 5, filter: { text: 'bob' } });
    await coming;
    expect(open.all('a')).toHaveLength(1);
    let status = await open.get('a')?.statusAfter(0);
    while (status?.kind === 'ready' && !(status.content.view.view === 5 && status.content.view.isComplete))
      status = await open.get('a')?.statusAfter(status.version);
    expect(status).toMatchObject({ content: { view: { view: 5, count: 2 } } });
  });
});
