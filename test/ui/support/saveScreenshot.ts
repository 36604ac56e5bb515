import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '../../vscode/projectRoot.mjs';

/**
 * Writes `out/screenshots/NAME.png`. With ENTRA_INBOUND_DOCS_IMAGES=1 also `docs/images/NAME.png` if there is one,
 * which is how the pictures of the documentation are renewed.
 */
export async function saveScreenshot(page: Page, name: string): Promise<void> {
  const path = join(projectRoot, 'out', 'screenshots', `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const published = join(projectRoot, 'docs', 'images', `${name}.png`);
  if (process.env.ENTRA_INBOUND_DOCS_IMAGES === '1' && existsSync(published)) copyFileSync(path, published);
}
