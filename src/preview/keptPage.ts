import type { ListSort, RecordFilter } from './previewState';
import type { PageLayout } from './pageLayout';
import { parsePageLayout } from './pageLayout';
import type { PreviewTab } from './previewTab';
import { isPreviewTab } from './previewTab';
import { parseFilter, parseSort } from './protocol';

/** What a page keeps over a reload of its window: addresses and numbers, and nothing that the extract says. */
export interface KeptPage extends PageLayout {
  /** The addresses of what is shown. */
  readonly extract?: string;
  readonly mapping?: string | undefined;
  /** The chosen record, by its number. */
  readonly record?: number;
  /** The place of the first row in sight. */
  readonly top?: number;
  /** Without its text, which may name people. */
  readonly filter?: Omit<RecordFilter, 'text'>;
  readonly sort?: ListSort | undefined;
  readonly tab?: PreviewTab;
}

/** What VS Code has kept of a page; of what another version wrote, as much as is understood. */
export function parseKeptPage(given: unknown): KeptPage {
  if (!isObject(given)) return {};
  const { extract, mapping, record, top, tab } = given;
  const filter = parseFilter(isObject(given.filter) ? { ...given.filter, text: '' } : undefined);
  const sort = parseSort(given.sort);
  return {
    ...parsePageLayout(given),
    ...(typeof extract === 'string' && { extract }),
    ...(typeof mapping === 'string' && { mapping }),
    ...(isPlace(record) && { record }),
    ...(isPlace(top) && { top }),
    ...(filter !== undefined && { filter: withoutText(filter) }),
    ...(sort !== undefined && { sort }),
    ...(isPreviewTab(tab) && { tab }),
  };
}

/** A filter as it may be kept: what somebody looks for may be a name. */
export function withoutText({ text: _text, ...filter }: RecordFilter): Omit<RecordFilter, 'text'> {
  return filter;
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
