// Slack's blocks as HTML: {name: {blocks, at, title?, ends?}} on standard input, {name: html} on standard output.
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Message } from "slack-blocks-to-jsx";

const here = new URL("node_modules/", import.meta.url);
const css = readFileSync(new URL("slack-blocks-to-jsx/dist/style.css", here), "utf8");
const fonts = [400, 700, 900].map((weight) => `<link rel="stylesheet" href="${new URL(`@fontsource/lato/${weight}.css`, here)}">`).join("");
const logo = "data:image/svg+xml," + encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36"><rect width="36" height="36" fill="#1d6bf3"/><text x="18" y="25" font-family="sans-serif" font-size="20" fill="#fff" text-anchor="middle">F</text></svg>');
const look = `
body, body * { font-family: Lato, "DejaVu Sans", sans-serif; overflow-wrap: anywhere !important }
body { margin: 0; padding: 12px; background: #fff; width: 680px }
pre, pre *, code, .slack_preformatted, [class*=preformatted], [class*=preformatted] * { font-family: "DejaVu Sans Mono", monospace !important }
pre, pre *, [class*=preformatted], [class*=preformatted] * { word-break: normal !important }
.window { border: 1px solid #ccc; border-radius: 10px; max-width: 640px; margin: 4px auto }
.window > h1 { font-size: 16px; font-weight: 900; margin: 0; padding: 18px 18px 16px; border-bottom: 1px solid #ddd }
.window > div { padding: 14px 18px }
.window [class*=__input] [class*=_select_element] { width: 100% !important; box-sizing: border-box }
.window > footer { border-top: 1px solid #ddd; padding: 8px 18px; display: flex; gap: 8px; justify-content: end }
.window > footer span { border: 1px solid #bbb; border-radius: 4px; padding: 5px 14px; font-weight: 700 }
.window > footer .main { background: #007a5a; border-color: #007a5a; color: #fff }
`;

// Where Slack formats nothing and shows what is chosen, the renderer would format it, and shows the hint.
const MARKS = /[_~`[\]()]/g;
const LOOK_THE_SAME = { "*": "\u2217", ":": "\u2236", "<": "<\u2060" }; // an escaped one is read all the same
const unread = (text) => text.replace(MARKS, "\\$&").replace(/[*<]|:(?=\S+:)/g, (sign) => LOOK_THE_SAME[sign]);
const asSlackReadsIt = (_, one) => {
  if (one?.type === "plain_text") return { ...one, text: unread(one.text) };
  return one?.initial_option ? { ...one, placeholder: one.initial_option.text } : one;
};

const escaped = (text) => text.replace(/[&<]/g, (sign) => ({ "&": "&amp;", "<": "&lt;" })[sign]);

function drawn({ blocks, at, title, ends }) {
  const message = { blocks, name: "Followthrough", logo, time: new Date(at), theme: "light", withoutWrapper: Boolean(title) };
  const html = renderToStaticMarkup(createElement(Message, message));
  if (!title) return html;
  const foot = ends.length ? `<footer>${ends.map((end, index) => `<span${index ? ' class="main"' : ""}>${escaped(end)}</span>`).join("")}</footer>` : "";
  return `<div class="window"><h1>${escaped(title)}</h1><div>${html}</div>${foot}</div>`;
}

const asked = JSON.parse(await text(process.stdin), asSlackReadsIt); // read at once, what is longer than a pipe holds is refused
const pages = Object.entries(asked).map(([name, one]) => [name, `<!doctype html><meta charset="utf-8">${fonts}<style>${css}</style><style>${look}</style><body>${drawn(one)}`]);
process.stdout.write(JSON.stringify(Object.fromEntries(pages)));
