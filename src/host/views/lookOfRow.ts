import type { TreeItem } from 'vscode';

/** Everything that a user sees of a row, as a text to compare. Loads the module that makes rows, which is there by then. */
export async function lookOfRow(item: TreeItem | Promise<TreeItem>): Promise<string> {
  const { lookOfItem } = await import('./treeItem');
  return lookOfItem(await item);
}
