import type { Metafile } from 'esbuild';

export const NOTICES_FILE: string;

export function thirdPartyNotices(metafiles: readonly Metafile[]): string;
