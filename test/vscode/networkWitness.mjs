import { createServer } from 'node:http';

/**
 * A proxy on loopback that refuses everything and remembers who was asked for. Given to a process as its proxy, it
 * shows what that process would have fetched from the network.
 *
 * @returns {Promise<{ env: Record<string, string>, asked(): readonly string[], close(): void }>} `env`: what a process
 *   needs to use it; `asked`: hosts (`host:port`), each once
 */
export async function startNetworkWitness() {
  /** @type {Set<string>} */
  const asked = new Set();
  const server = createServer((request, response) => {
    asked.add(hostOf(request.url ?? ''));
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    asked.add(request.url ?? '');
    // The client may be gone before it hears the refusal
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = `http://127.0.0.1:${server.address().port}`;
  return {
    env: {
      http_proxy: address,
      https_proxy: address,
      no_proxy: '127.0.0.1,localhost',
      // Without it, Node's own clients look at none of the above (https://nodejs.org/docs/latest-v24.x/api/cli.html)
      NODE_USE_ENV_PROXY: '1',
    },
    asked: () => [...asked],
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param {string} url the absolute form that a proxy is asked for */
function hostOf(url) {
  return URL.canParse(url) ? new URL(url).host : url;
}
