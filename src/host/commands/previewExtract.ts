import { commandIds } from '../contributions';
import { showPreview } from '../preview/registerPreview';
import { defineCommand } from './command';
import { conversionOf } from './extractArgument';

/** Opens the preview: what every record of an extract becomes. */
export const previewExtract = defineCommand(commandIds.previewExtract, async (services, args) => {
  await showPreview(services, await conversionOf(services, args));
});
