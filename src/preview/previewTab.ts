/** The tabs of the page, in their order. */
const PREVIEW_TABS = ['records', 'requests', 'compare'] as const;

export type PreviewTab = (typeof PREVIEW_TABS)[number];

export function isPreviewTab(value: unknown): value is PreviewTab {
  return PREVIEW_TABS.some((tab) => tab === value);
}
