import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answer at a free port of the loopback address; `base` is the address without a slash at its end. */
export async function serve(answer: RequestListener): Promise<{ base: string; port: number; close(): void }> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
