import { giveUpPipes } from '../files/openPipe';
import { main } from './main';
import { endProcess, isTerminalGone } from './terminal/endProcess';
import { OutputStream } from './terminal/outputStream';
import { processTerminal } from './terminal/processTerminal';
import { stopSignals } from './terminal/stopSignals';

const out = new OutputStream(1);
const err = new OutputStream(2);
const stop = stopSignals();
stop.signal.addEventListener('abort', () => giveUpPipes(new Error('stopped')));

void main(process.argv.slice(2), processTerminal(out, err, stop)).then(async (code) => {
  process.exitCode = code;
  await Promise.all([out.settled(), err.settled()]);
  // Abandoned work may still be running and would keep the process alive
  if (stop.signal.aborted || isTerminalGone()) endProcess(code);
});
