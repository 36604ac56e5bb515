import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How Microsoft's library is to sign in. Its other members are the options of the library's credential. */
export interface SignInJob {
  readonly way: 'secret' | 'certificate' | 'workloadIdentity' | 'deviceCode';
  readonly tenantId: string;
  readonly clientId: string;
  readonly scope: string;
  readonly authorityHost: string;
  readonly secret?: string;
  readonly certificatePath?: string;
  readonly tokenFilePath?: string;
}

interface CallJob {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Redirects are followed unless said otherwise. */
  readonly redirect?: 'manual';
}

interface CallAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

interface Message {
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string; readonly code?: string };
  readonly prompt?: string;
}

/** A process of its own that signs in by @azure/identity and calls by undici: environment variables alone lead it. */
export class OutsideClient {
  readonly prompts: string[] = [];
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (message: Message) => void>();
  #jobs = 0;

  /** @param env all the variables that the process has, besides where programs are */
  constructor(env: Readonly<Record<string, string>>) {
    this.#child = fork(fileURLToPath(new URL('outsideProgram.mjs', import.meta.url)), {
      env: { PATH: process.env.PATH, ...env },
    });
    this.#child.on('exit', () => {
      for (const answer of this.#waiting.values())
        answer({ error: { name: 'Error', message: 'The client has ended.' } });
    });
    this.#child.on('message', (message: Message) => {
      if (message.prompt !== undefined) this.prompts.push(message.prompt);
      else this.#waiting.get(message.id ?? 0)?.(message);
    });
  }

  /** The token; rejects with what the library says. */
  async signIn(options: SignInJob): Promise<string> {
    return ((await this.#run('signIn', options)) as { readonly token: string }).token;
  }

  async call(options: CallJob): Promise<CallAnswer> {
    return (await this.#run('call', options)) as CallAnswer;
  }

  close(): void {
    this.#child.kill('SIGKILL');
  }

  #run(job: 'signIn' | 'call', options: SignInJob | CallJob): Promise<unknown> {
    const id = (this.#jobs += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ value, error }) => {
        this.#waiting.delete(id);
        if (error === undefined) resolve(value);
        else reject(Object.assign(new Error(error.message), { name: error.name, code: error.code }));
      });
      this.#child.send({ id, job, options });
    });
  }
}
