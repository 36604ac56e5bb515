// Commands on extracts. Loaded with the first one that runs.
export { previewExtract } from '../previewExtract';
export { sendExtract } from '../sendExtract';
export { checkExtract } from '../checkExtract';
export { newMapping } from '../newMapping';
export { importMapping } from '../importMapping';
