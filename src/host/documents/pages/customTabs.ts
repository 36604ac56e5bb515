import type { Tab, Uri } from 'vscode';
import { TabInputCustom, window } from 'vscode';

/** A custom editor, such as a page, with its document. */
interface CustomTab {
  readonly tab: Tab;
  readonly uri: Uri;
}

/** The tabs of custom editors in all groups, such as previews of Markdown. */
export function customTabs(): readonly CustomTab[] {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap((tab) => (tab.input instanceof TabInputCustom ? [{ tab, uri: tab.input.uri }] : []));
}

/** Closes tabs without moving the focus. */
export async function closeTabs(tabs: readonly Tab[]): Promise<void> {
  await window.tabGroups.close(tabs, true);
}
