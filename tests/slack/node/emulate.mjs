// npm `emulate`: Slack's Web API and OAuth by other hands. Each line on stdout is one call, as it was asked and answered.
// Argument: the seed as JSON. In front of it: Slack reads arguments in the query as well, emulate in the body alone.
import { once } from "node:events";
import http from "node:http";
import net from "node:net";
import { createEmulator } from "emulate";

const tell = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) { // emulate names no address, which would be every address
  const then = rest.filter((one) => typeof one === "function");
  return listen.call(this, { port, host: "127.0.0.1" }, ...then);
};
const opened = async (server) => (await once(server.listen(0), "listening"), server.address().port);
const free = net.createServer();
const port = await opened(free);
await new Promise((closed) => free.close(closed));
await createEmulator({ service: "slack", port, seed: { slack: JSON.parse(process.argv[2]) } });

const FORM = "application/x-www-form-urlencoded";
const read = (type, body) => (type.includes("json") ? JSON.parse(body || "{}") : Object.fromEntries(new URLSearchParams(body)));
const front = http.createServer(async (request, response) => {
  const { pathname, search } = new URL(request.url, "http://emulate");
  const isCall = pathname.startsWith("/api/");
  let body = Buffer.concat(await request.toArray()).toString();
  const headers = { "content-type": request.headers["content-type"] ?? FORM };
  if (request.headers.authorization) headers.authorization = request.headers.authorization;
  const inQuery = isCall && search && !body;
  if (inQuery) [body, headers["content-type"]] = [search.slice(1), FORM];
  const method = isCall ? "POST" : request.method;
  const address = `http://127.0.0.1:${port}${pathname}${isCall ? "" : search}`;
  const answer = await fetch(address, { method, headers, redirect: "manual", ...(method === "GET" ? {} : { body }) });
  const text = await answer.text();
  if (isCall) tell({ method: pathname.slice(5), arguments: read(headers["content-type"], body), answer: JSON.parse(text) });
  const passed = ["content-type", "location"].filter((name) => answer.headers.has(name));
  response.writeHead(answer.status, Object.fromEntries(passed.map((name) => [name, answer.headers.get(name)]))).end(text);
});
tell({ url: `http://127.0.0.1:${await opened(front)}` });
