import { afterAll, beforeAll } from 'vitest';
import type { VscodeOptions, VscodeSession } from './openVscode';
import { openVscode } from './openVscode';
import { screenshotOnFailure } from './screenshotOnFailure';

/** The size of window in which pictures are taken, in CSS pixels. */
const PICTURE = { width: 1440, height: 900 };

/**
 * One VS Code window for all tests of the file or `describe` that calls this: opened before the first, closed after the
 * last, and pictured when one fails.
 * @returns the window; asked for within a test
 */
export function vscodeForTests(options: VscodeOptions = {}): () => VscodeSession {
  let session: VscodeSession | undefined;
  screenshotOnFailure(() => session);
  beforeAll(async () => {
    session = await openVscode({ viewport: PICTURE, ...options });
  });
  afterAll(() => session?.close());
  return () => {
    if (session === undefined) throw new Error('VS Code did not open.');
    return session;
  };
}
