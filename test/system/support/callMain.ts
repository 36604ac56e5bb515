import { main } from '../../../src/cli/main';
import { silentTerminal } from '../../support/silentTerminal';
import type { Ended } from './runCli';

/**
 * Runs a call by its own code in this process, with an empty standard input: for what a process of its own would not prove better.
 *
 * @param state the folder in which it keeps its state
 */
export async function callMain(words: readonly string[], state: string): Promise<Ended> {
  const texts = { out: '', err: '' };
  const to = (stream: keyof typeof texts) => (text: string | Uint8Array) => {
    texts[stream] += typeof text === 'string' ? text : Buffer.from(text).toString();
    return Promise.resolve();
  };
  const out = to('out');
  const terminal = silentTerminal({
    env: { ENTRA_INBOUND_HOME: state },
    out,
    account: (pieces) => out([...pieces()].join('')),
    data: out,
    err: to('err'),
  });
  return { code: await main(words, terminal), ...texts };
}
