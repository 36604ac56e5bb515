import assert from 'node:assert/strict';
import type { DocumentSession } from '../../src/host/documents/documentSession';
import { Languages } from '../../src/host/documents/languages';

const session = { kind: 'user', answers: undefined, edited: () => undefined, dispose: () => undefined } as const;
const open = (): DocumentSession => session;
const never = () => Promise.reject(new Error('nobody has asked for it'));

describe('the languages', () => {
  it('are loaded once each, for every kind of document in them', async () => {
    let count = 0;
    const payloads = () => {
      count++;
      return Promise.resolve(open);
    };
    const languages = new Languages({ mappings: never, payloads, jobSchemas: never });
    const loaded: string[] = [];
    languages.onDidLoad((name) => loaded.push(name));
    assert.equal(languages.openerOf('user'), undefined);
    await Promise.all([languages.load('user'), languages.load('bulkRequest')]);
    await languages.load('user');
    assert.equal(languages.openerOf('bulkRequest'), open);
    assert.equal(languages.openerOf('mapping'), undefined);
    assert.deepEqual([count, loaded], [1, ['payloads']]);
    languages.dispose();
  });

  it('are loaded again when that failed', async () => {
    let isBroken = true;
    const mappings = () => (isBroken ? Promise.reject(new Error('broken')) : Promise.resolve(open));
    const languages = new Languages({ mappings, payloads: never, jobSchemas: never });
    await assert.rejects(languages.load('mapping'), /broken/);
    assert.equal(languages.openerOf('mapping'), undefined);
    isBroken = false;
    await languages.load('mapping');
    assert.equal(languages.openerOf('mapping'), open);
    languages.dispose();
  });
});
