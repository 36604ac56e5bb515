import { commandIds } from '../contributions';
import { defineCommand } from './command';
import { runOnExtractOfMapping } from './runOnExtractOfMapping';

/** Opens the preview of the extract that a mapping is checked with. */
export const previewMapping = defineCommand(commandIds.previewMapping, (services, args) =>
  runOnExtractOfMapping(commandIds.previewExtract, services, args),
);
