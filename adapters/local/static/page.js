// The page's little script: sends what is typed, pressed and filled in without a reload. Without it, plain posts do the same.
"use strict";

const talk = document.getElementById("talk");
const line = document.getElementById("line");
const offers = document.getElementById("offers");
const member = document.body.dataset.member;
const known = JSON.parse(document.getElementById("known").textContent);
document.documentElement.classList.add("js");

async function ask(path, body) {
  const options = body && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  try {
    const response = await fetch(path, options);
    return await response.json();
  } catch {
    return { error: "The bot does not answer. Is it still running? What you typed is still here." };
  }
}

function add(kind, html, before) {
  const item = document.createElement("li");
  item.className = kind;
  item.innerHTML = html;
  talk.insertBefore(item, before || null);
  return item;
}

function addMine(text) {
  const item = add("mine", "<p></p>");
  item.firstChild.textContent = text;
}

function refuse(text, beside) {
  document.querySelectorAll(".refused").forEach((old) => old.remove());
  const note = document.createElement("p");
  note.className = "refused";
  note.setAttribute("role", "alert");
  note.textContent = text;
  if (beside) beside.append(note);
  else talk.append(Object.assign(document.createElement("li"), { className: "bot" })), talk.lastChild.append(note);
  note.scrollIntoView({ block: "nearest" });
}

function focusOn(item) {
  const first = item.querySelector("[aria-invalid=true]") || item.querySelector("form.ask input:not([type=hidden]), form.ask textarea");
  const target = first || item.querySelector("form") || item;
  if (!first) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  item.scrollIntoView({ block: item.offsetHeight > innerHeight * 0.6 ? "start" : "nearest" });
}

function show(reply, replaced) {
  const html = reply.html.card + reply.html.form;
  const shown = reply.replaces && [...document.querySelectorAll("form.card")].filter((card) => card.dataset.key === reply.replaces);
  if (shown && shown.length) {
    shown.forEach((card) => { card.outerHTML = reply.html.card; });
    const again = [...document.querySelectorAll("form.card")].filter((card) => card.dataset.key === reply.replaces).pop();
    again.tabIndex = -1;
    again.focus({ preventScroll: true });
    return;
  }
  if (replaced) replaced.remove();
  focusOn(add("bot", html));
}

async function send(body, { mine, button, replaced } = {}) {
  if (button) button.disabled = true;
  const reply = await ask("/local/message", { member, ...body });
  if (button) button.disabled = false;
  if (reply.error) {
    refuse(reply.error, button && button.closest(".ask"));
    return false;
  }
  if (mine) addMine(mine);
  show(reply, replaced);
  return true;
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const button = event.submitter;
  if (form.matches(".who")) return;
  event.preventDefault();
  if (form.matches("#say")) {
    const text = line.value.trim();
    hideOffers();
    if (!text) return line.focus();
    if (await send({ text, key: crypto.randomUUID() }, { mine: text, button })) {
      line.value = "";
      grow();
    }
  } else if (form.matches(".clock")) {
    button.disabled = true;
    const moved = await ask("/local/clock", { to: "next morning", member });
    button.disabled = false;
    if (moved.error) return refuse(moved.error);
    tell(moved, true);
  } else if (form.matches(".ask")) {
    const values = {};
    form.querySelectorAll("[type=checkbox]").forEach((box) => { values[box.name] = ""; });
    new FormData(form).forEach((value, name) => { values[name] = values[name] ? `${values[name]},${value}` : value; });
    const { form: command, key, member: _, ...fields } = values;
    await send({ form: command, fields, key }, { button, replaced: form.closest("li") });
  } else if (button && button.name === "command") {
    const menu = button.closest("details.more");
    if (menu) menu.open = false;
    const card = form.closest(".card");
    await send(
      { command: button.value, pressed_on: card ? card.dataset.key : "", key: crypto.randomUUID() },
      { mine: card && card.dataset.key && !card.querySelector(".print") ? "" : button.textContent, button },
    );
  }
});

document.addEventListener("click", async (event) => {
  const paper = event.target.closest(".print");
  if (paper) printOnly(paper.closest(".card"));
  const copy = event.target.closest(".copy");
  if (copy) {
    await navigator.clipboard.writeText(copy.closest(".draft").querySelector("pre").textContent).catch(() => {});
    copy.textContent = "Copied";
    setTimeout(() => { copy.textContent = "Copy"; }, 1500);
  }
  document.querySelectorAll("details.more[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
});

// On paper one card stands alone, without buttons.
function printOnly(card) {
  card.classList.add("printed");
  document.body.classList.add("printing");
  addEventListener("afterprint", () => {
    card.classList.remove("printed");
    document.body.classList.remove("printing");
  }, { once: true });
  window.print();
}

document.getElementById("member").addEventListener("change", (event) => event.target.form.submit());

// Direct messages that arrive while the page is open.
function tell({ now, dms, why_no_list: why }, moved) {
  const there = new Set([...talk.querySelectorAll("[data-dm]")].map((item) => item.dataset.dm));
  const fresh = dms.filter((dm) => !there.has(String(dm.id)));
  for (const dm of fresh) {
    const item = add("bot", `<p class="meta"></p>${dm.html}`);
    item.dataset.dm = dm.id;
    item.firstChild.textContent = clockText(dm.at);
    item.scrollIntoView({ block: "start" });
  }
  document.getElementById("now").textContent = clockText(now);
  if (moved && !fresh.length) refuse(why);
}

const zone = document.body.dataset.zone;
function clockText(iso) {
  const at = new Date(iso);
  const part = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(at);
  return `${part({ weekday: "short" })} ${part({ day: "numeric" })} ${part({ month: "long" })}, ${part({ hour: "2-digit", minute: "2-digit" })}`;
}

setInterval(async () => {
  if (document.hidden) return;
  const news = await ask(`/local/dms?member=${encodeURIComponent(member)}`);
  if (!news.error) tell(news, false);
}, 4000);

// Completion: commands first, then deals, as far as the server finds any that fit.
let chosen = -1;
let asked = 0;

async function dealsLike(typed) {
  const found = await ask(`/local/deals?member=${encodeURIComponent(member)}&q=${encodeURIComponent(typed)}`);
  return found.deals || [];
}

async function offersFor(text) {
  const [word, ...rest] = text.split(" ");
  if (!rest.length) {
    return known.commands.filter((row) => row.word.startsWith(word.toLowerCase())).map((row) => ({ value: `${row.word} `, label: row.word, about: row.meaning }));
  }
  const wanted = rest.join(" ").replace(/^(are we |on |kept |moved |broken |rename |value |contact |give |go |can see )+/i, "");
  if (/[:]/.test(wanted) || !wanted) return [];
  const lead = text.slice(0, text.length - wanted.length);
  const end = /^\/?(logcall|log|reply)$/i.test(word) ? ": " : "";
  const found = await dealsLike(wanted);
  return found.filter((deal) => deal.name.toLowerCase() !== wanted.toLowerCase()).map((deal) => ({ value: lead + deal.name + end, label: deal.name, about: deal.about }));
}

async function offer() {
  const mine = ++asked;
  const typed = line.value;
  const found = typed.trim() ? (await offersFor(typed)).slice(0, 7) : [];
  if (mine !== asked) return; // something else was typed meanwhile
  offers.replaceChildren(...found.map((one, index) => {
    const item = document.createElement("li");
    item.id = `offer-${index}`;
    item.setAttribute("role", "option");
    item.textContent = one.label;
    item.append(Object.assign(document.createElement("span"), { textContent: one.about }));
    item.addEventListener("mousedown", (event) => { event.preventDefault(); take(one.value); });
    item.dataset.value = one.value;
    return item;
  }));
  chosen = -1;
  offers.hidden = !found.length;
  line.setAttribute("aria-expanded", String(!offers.hidden));
  line.removeAttribute("aria-activedescendant");
}

// A form's deal: the browser's own list of suggestions, filled while one types.
document.addEventListener("input", async (event) => {
  const list = event.target.list;
  if (!list) return;
  const typed = event.target.value;
  const found = await dealsLike(typed);
  if (event.target.value === typed) list.replaceChildren(...found.map((deal) => new Option(deal.about, deal.full)));
});

function hideOffers() {
  asked += 1;
  chosen = -1;
  offers.hidden = true;
  line.setAttribute("aria-expanded", "false");
}

function take(value) {
  line.value = value;
  line.focus();
  hideOffers();
  offer();
}

function choose(step) {
  const all = [...offers.children];
  chosen = (chosen + step + all.length) % all.length;
  all.forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
  all[chosen].scrollIntoView({ block: "nearest" });
  line.setAttribute("aria-activedescendant", all[chosen].id);
}

function grow() {
  line.style.height = "auto";
  line.style.height = `${line.scrollHeight + 2}px`;
}

line.addEventListener("input", () => { offer(); grow(); });
line.addEventListener("blur", hideOffers);
line.addEventListener("keydown", (event) => {
  const open = !offers.hidden;
  if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    choose(event.key === "ArrowDown" ? 1 : -1);
  } else if (open && event.key === "Escape") {
    hideOffers();
  } else if (open && (event.key === "Tab" || event.key === "Enter") && chosen >= 0) {
    event.preventDefault();
    take(offers.children[chosen].dataset.value);
  } else if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    line.form.requestSubmit();
  }
});
talk.lastElementChild?.scrollIntoView({ block: "end" });
