import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";

/** What a plain file server answers below `base`: the files of a folder, looked at anew each time. */
export interface Served {
  /** The address of the home page. */
  site: string;
  stop: () => void;
}

/** At the end of an address: runs no scripts in the page, in any browser. */
export const withoutScripts = "?scripts=off";

/** Serves a folder from a sub-path, as any static host would. `port` 0 takes a free one. */
export async function serve(folder: string, base: string, port = 0): Promise<Served> {
  const files = sirv(folder, { dev: true });
  const server: Server = createServer((request, response) => {
    const notFound = () => {
      response.writeHead(404).end();
    };
    if (!request.url?.startsWith(base)) {
      notFound();
      return;
    }
    if (request.url.endsWith(withoutScripts))
      response.setHeader("content-security-policy", "sandbox allow-same-origin");
    response.setHeader("access-control-allow-origin", "*"); // as hosts of static files do
    request.url = request.url.slice(base.length - 1);
    files(request, response, notFound);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    site: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
