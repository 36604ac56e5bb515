import type { Literal } from './syntax';

/** The kind of value of each setting of a `source` block, and whether it may have several. */
export const SETTINGS = {
  files: { kind: 'string', several: true },
  delimiter: { kind: 'string', several: false },
  quote: { kind: 'string', several: false },
  encoding: { kind: 'string', several: false },
  header: { kind: 'integer', several: false },
  empty: { kind: 'string', several: true },
  key: { kind: 'column', several: true },
} as const satisfies Readonly<Record<string, { readonly kind: Literal['kind']; readonly several: boolean }>>;

export type SettingName = keyof typeof SETTINGS;

/** Whether a `source` block has a setting of that name. */
export function isSettingName(text: string): text is SettingName {
  return Object.hasOwn(SETTINGS, text);
}
