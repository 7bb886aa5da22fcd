// Slack's own Socket Mode client, listening to the fake: each line on stdout is one thing that happened.
// Arguments: the Web API's address, the app token. A line "quit" on stdin ends it.
import { SocketModeClient } from "@slack/socket-mode";
import { createInterface } from "node:readline";

const [slackApiUrl, appToken] = process.argv.slice(2);
const tell = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
const quiet = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => "error", setName() {} };
const client = new SocketModeClient({ appToken, clientOptions: { slackApiUrl }, logger: quiet });
let unacked = 0;

client.on("connected", () => tell({ happened: "connected" }));
client.on("disconnected", () => tell({ happened: "disconnected" }));
client.on("reconnecting", () => tell({ happened: "reconnecting" }));
client.on("slack_event", async ({ ack, envelope_id, body, type, retry_num, retry_reason, accepts_response_payload }) => {
  const about = { envelope_id, type, retry_num, retry_reason, accepts_response_payload };
  if (body?.event?.text?.includes("ignore me") && unacked++ === 0) {
    tell({ happened: "ignored", ...about });
    return;
  }
  tell({ happened: "received", ...about, command: body?.command, payload_type: body?.type, event: body?.event?.type });
  await ack(body?.command ? { text: `heard ${body.text}` } : undefined);
});

createInterface({ input: process.stdin }).on("line", async () => {
  await client.disconnect();
  process.exit(0);
});
await client.start();
tell({ happened: "started" });
