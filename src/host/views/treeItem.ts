import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { markdownHover } from '../language/protocol';
import { connectionColour } from './connectionColour';
import type { RowLook } from '../../views/rowLook';

const COLOURS: Readonly<Record<RowLook['tone'], string | undefined>> = {
  good: 'charts.green',
  bad: 'list.errorForeground',
  doubt: 'list.warningForeground',
  quiet: undefined,
};

const UNFOLDS: Readonly<Record<RowLook['unfolds'], TreeItemCollapsibleState>> = {
  not: TreeItemCollapsibleState.None,
  closed: TreeItemCollapsibleState.Collapsed,
  open: TreeItemCollapsibleState.Expanded,
};

/** A row of a tree as VS Code takes it. */
export function treeItem(id: string, look: RowLook): TreeItem {
  const item = new TreeItem({ label: look.label }, UNFOLDS[look.unfolds]);
  const colour = look.colour === undefined ? toneColour(look.tone) : connectionColour(look.colour);
  item.id = id;
  item.description = look.description;
  item.tooltip = look.hover === undefined ? look.tooltip : markdownHover(look.hover);
  if (look.spoken !== undefined) item.accessibilityInformation = { label: look.spoken };
  item.iconPath = new ThemeIcon(look.icon, colour);
  return item;
}

/** Everything that a user sees of a row, and what its menu depends on, as a text to compare. Whether it is unfolded is the user's. */
export function lookOfItem(item: TreeItem): string {
  const { label, description, tooltip, iconPath, contextValue, accessibilityInformation, collapsibleState } = item;
  const hover = tooltip instanceof MarkdownString ? tooltip.value : tooltip;
  const isLeaf = collapsibleState === TreeItemCollapsibleState.None;
  return JSON.stringify([label, description, hover, iconPath, contextValue, accessibilityInformation, isLeaf]);
}

function toneColour(tone: RowLook['tone']): ThemeColor | undefined {
  const id = COLOURS[tone];
  return id === undefined ? undefined : new ThemeColor(id);
}
