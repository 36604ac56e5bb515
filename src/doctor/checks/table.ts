import type { Check } from '../check';
import { purposes } from '../purposes';
import { address } from './address';
import { certificate } from './certificate';
import { clock } from './clock';
import { job } from './job';
import { log } from './log';
import { permissionCheck } from './permission';
import { proxy } from './proxy';
import { schema } from './schema';
import { signIn } from './signIn';
import { tls } from './tls';

/** All checks, in order: each relies on those before it. */
export const checks: readonly Check[] = [
  address,
  proxy,
  tls,
  clock,
  certificate,
  signIn,
  ...purposes.map(permissionCheck),
  job,
  schema,
  log,
];
