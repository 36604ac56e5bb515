import { ViewColumn, window } from 'vscode';

/**
 * Where a page is shown beside a text. A window that is divided already is not divided again: the page then covers what is beside the text.
 * Where nothing is open there is nothing to be beside of.
 */
export function columnBeside(): ViewColumn {
  const { all, activeTabGroup } = window.tabGroups;
  if (activeTabGroup.tabs.length === 0) return ViewColumn.Active;
  return all.length > 1 && activeTabGroup.viewColumn !== ViewColumn.One ? ViewColumn.Active : ViewColumn.Beside;
}
