import type { ListSort, RecordFilter } from './previewState';
import type { PageLayout } from './pageLayout';
import { parsePageLayout } from './pageLayout';
import type { PreviewTab } from './previewTab';
import { isPreviewTab } from './previewTab';
import { parseFilter, parseSort } from './protocol';

/** What a page stores across a window reload: addresses and numbers, but no content of the extract. */
export interface KeptPage extends PageLayout {
  /** The addresses of the shown documents. */
  readonly extract?: string;
  readonly mapping?: string | undefined;
  /** The number of the selected record. */
  readonly record?: number;
  /** The index of the first visible row. */
  readonly top?: number;
  /** Without its text, which may contain a name. */
  readonly filter?: Omit<RecordFilter, 'text'>;
  readonly sort?: ListSort | undefined;
  readonly tab?: PreviewTab;
}

/** Parses what VS Code has stored for a page; of another version's state, as much as is understood. */
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

/** The filter in the form in which it is stored. Its search text is removed, as it may be a name. */
export function withoutText({ text: _text, ...filter }: RecordFilter): Omit<RecordFilter, 'text'> {
  return filter;
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
