import { commandIds } from '../contributions';
import { hintAtGit } from '../git/hintAtGit';
import { showPreview } from '../preview/registerPreview';
import { defineCommand } from './command';
import { conversionOf } from './extractArgument';

/** Opens the preview of what every record of an extract becomes. */
export const previewExtract = defineCommand(commandIds.previewExtract, async (services, args) => {
  const conversion = await conversionOf(services, args);
  hintAtGit(services, conversion.extract);
  await showPreview(services, conversion);
});
