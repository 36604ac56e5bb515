import { join } from 'node:path';
import { afterEach } from 'vitest';
import { projectRoot } from '../../vscode/projectRoot.mjs';
import type { VscodeSession } from './openVscode';

/**
 * Leaves `out/screenshots/failed/TEST.png` of each test that fails in the file or `describe` that calls this.
 *
 * @param session the window at that time, if there is one
 */
export function screenshotOnFailure(session: () => VscodeSession | undefined): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    const path = join(projectRoot, 'out', 'screenshots', 'failed', `${task.name.replace(/[^\w]+/g, '-')}.png`);
    await session()?.page.screenshot({ path });
  });
}
