import type { Tab, Uri } from 'vscode';
import { TabInputCustom, window } from 'vscode';

/** The tabs of custom editors in all groups, such as previews of Markdown, each with its document. */
export function customTabs(): readonly { readonly tab: Tab; readonly uri: Uri }[] {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap((tab) => (tab.input instanceof TabInputCustom ? [{ tab, uri: tab.input.uri }] : []));
}
