import type { EventEmitter, TreeItem } from 'vscode';
import type { TreeParts } from './treeRefresh';
import { TreeRefresh } from './treeRefresh';

interface ItemTreeParts<Shown extends { readonly id: string }> extends Pick<TreeParts<Shown>, 'below'> {
  readonly itemOf: (row: Shown) => Promise<TreeItem>;
  /** The event by which the editor draws rows again. */
  readonly changed: EventEmitter<Shown | undefined>;
}

/** The rows of a view, compared by their items. Loads the module that makes items with the first row. */
export function itemTree<Shown extends { readonly id: string }>({
  below,
  itemOf,
  changed,
}: ItemTreeParts<Shown>): TreeRefresh<Shown> {
  return new TreeRefresh<Shown>({
    below,
    lookOf: async (row) => (await import('./treeItem')).lookOfItem(await itemOf(row)),
    draw: (row) => {
      changed.fire(row);
    },
  });
}
