import { describe, it } from 'vitest';
import { eventually } from './support/eventually';
import { vscodeForTests } from './support/vscodeForTests';

describe('the preview', () => {
  const vscode = vscodeForTests();

  it('divides its room between list and record by keyboard', async () => {
    const { workbench, page } = vscode();
    await workbench.openFile('contoso.csv');
    await workbench.editor.pressTitleAction('Preview as Bulk Requests');
    const preview = workbench.webview();
    const splitter = preview.getByRole('separator');
    await splitter.focus();
    const before = Number(await splitter.getAttribute('aria-valuenow'));
    await page.keyboard.press(
      (await splitter.getAttribute('aria-orientation')) === 'vertical' ? 'ArrowRight' : 'ArrowDown',
    );
    await eventually(async () => Number(await splitter.getAttribute('aria-valuenow'))).toBe(before + 2);
  });
});
