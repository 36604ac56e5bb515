import type { Range, Uri } from 'vscode';
import { DocumentLink } from 'vscode';

/** The only place where links are made. */
export function linkTo(target: Uri, range: Range, tooltip?: string): DocumentLink {
  const link = new DocumentLink(range, target);
  if (tooltip !== undefined) link.tooltip = tooltip;
  return link;
}
