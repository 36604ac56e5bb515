import { readJsonText } from '../../json/readJsonText';
import { defaultJobSchema } from '../../jobSchema/defaultJobSchema';
import { readJobSchema } from '../../jobSchema/readJobSchema';
import type { CompiledJob, JobFlavour } from './compiledJob';
import { compileJob } from './compileJob';

/** The job that a new app starts with; its schema is approximated. */
export function compileDefaultJob(flavour: JobFlavour): CompiledJob {
  return compileJob(readJobSchema(readJsonText(JSON.stringify(defaultJobSchema(flavour)))), flavour);
}
