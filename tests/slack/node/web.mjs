// Slack's own Web API client: calls that come as lines of JSON on stdin, answers as lines on stdout.
// Arguments: the Web API's address, the token. A line: {"method": "users.info", "arguments": {...}}
import { WebClient } from "@slack/web-api";
import { createInterface } from "node:readline";

const [slackApiUrl, token] = process.argv.slice(2);
const quiet = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => "error", setName() {} };
const client = new WebClient(token, { slackApiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, logger: quiet });

for await (const line of createInterface({ input: process.stdin })) {
  const { method, arguments: given } = JSON.parse(line);
  const answer = await client.apiCall(method, given).catch((error) => error.data ?? { ok: false, thrown: error.code, retryAfter: error.retryAfter });
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
