// Slack's own Bolt over HTTP: the receiver checks the signature, and one listener a kind says what reached it.
// Arguments: the Web API's address, bot token, signing secret, bot id, bot user id.
import bolt from "@slack/bolt";

const [slackApiUrl, botToken, signingSecret, botId, botUserId] = process.argv.slice(2);
const tell = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
const receiver = new bolt.HTTPReceiver({ signingSecret, endpoints: ["/slack/events"] });
const app = new bolt.App({
  receiver,
  clientOptions: { slackApiUrl },
  authorize: async ({ teamId, userId }) => {
    tell({ kind: "authorize", teamId, userId });
    return { botToken, botId, botUserId };
  },
});
const reached = (kind, pick) => async (args) => {
  tell({ kind, ...pick(args) });
  if (args.ack) await args.ack();
};

app.command(/.*/, reached("command", ({ command }) => ({ name: command.command, text: command.text })));
app.action({ type: "block_actions" }, reached("action", ({ action, body }) => ({
  name: action.type, id: action.action_id, where: body.container.type, ephemeral: body.container.is_ephemeral,
})));
app.view({ type: "view_submission" }, reached("submission", ({ view }) => ({ id: view.id, values: view.state.values })));
app.view({ type: "view_closed", callback_id: /.*/ }, reached("closed", ({ view }) => ({ id: view.id })));
app.options(/.*/, async ({ ack, options }) => {
  tell({ kind: "options", id: options.action_id, value: options.value });
  await ack({ options: [{ text: { type: "plain_text", text: "Acme" }, value: "42" }] });
});
app.shortcut({ type: "shortcut" }, reached("shortcut", ({ shortcut }) => ({ id: shortcut.callback_id })));
app.shortcut({ type: "message_action" }, reached("message_shortcut", ({ shortcut }) => ({
  id: shortcut.callback_id, text: shortcut.message.text,
})));
app.message(/.*/, reached("message", ({ message, context }) => ({
  text: message.text, channelType: message.channel_type, retry: context.retryNum,
})));
for (const name of ["app_mention", "app_home_opened", "app_uninstalled", "tokens_revoked", "user_change"]) {
  app.event(name, reached("event", ({ event }) => ({ name: event.type })));
}
app.error(async (error) => tell({ kind: "error", code: error.code, message: error.message }));

const server = await app.start({ port: 0, host: "127.0.0.1" });
tell({ kind: "started", port: server.address().port });
