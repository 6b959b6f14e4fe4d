"use strict";

// Text of articles and keys is set through textContent; no HTML is built from it.

const $ = (id) => document.getElementById(id);
const token = document.querySelector("meta[name=token]").content;
const cards = new Map(); // key -> {item, state}
const waiting = new Set(); // keys sent by this page, without a summary so far
const tally = { sent: 0, summarized: 0, rejected: 0, failed: 0 };
const CONCURRENT_UPLOADS = 4;
let listing;

// Sending

function query(path, values) {
  return path + "?" + new URLSearchParams(values);
}

async function send(method, address, body) {
  const headers = { "X-Nutgraf-Token": token };
  // Without a type, the function detects the format from name and content.
  if (body) headers["Content-Type"] = body.type || "";
  let response;
  try {
    response = await fetch(address, { method, headers, body });
  } catch {
    throw new Error("the server doesn't respond; check that it is still running");
  }
  if (!response.ok) {
    const error = await response.json().catch(() => ({ message: response.statusText }));
    throw new Error(error.message);
  }
}

/** The length that the page asks for; the function's default applies to an empty field. */
function length() {
  const fields = ["sentences", "max-words", "max-characters"];
  return Object.fromEntries(fields.map((id) => [id, $(id).value]));
}

async function put(key, content) {
  waiting.add(key);
  try {
    await send("POST", query("/articles", { key, ...length() }), content);
  } catch (e) {
    if (waiting.delete(key)) tally.failed++;
    showError(key, e.message);
  }
  showProgress();
}

async function putAll(files) {
  if (waiting.size === 0) Object.assign(tally, { sent: 0, summarized: 0, rejected: 0, failed: 0 });
  $("errors").replaceChildren();
  const left = [...files];
  tally.sent += left.length;
  showProgress();
  const worker = async () => {
    for (let file = left.shift(); file; file = left.shift()) {
      await put(file.webkitRelativePath || file.name, file);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT_UPLOADS }, worker));
}

function showError(key, message) {
  const line = document.createElement("li");
  line.textContent = key + ": " + message;
  $("errors").append(line);
}

function showProgress() {
  const done = tally.summarized + tally.rejected + tally.failed;
  $("progress").hidden = tally.sent < 2;
  $("bar").max = Math.max(1, tally.sent);
  $("bar").value = done;
  const parts = [`${done} of ${tally.sent} done`];
  if (tally.rejected) parts.push(`${tally.rejected} rejected`);
  if (tally.failed) parts.push(`${tally.failed} failed`);
  $("progress-text").textContent = parts.join(", ");
}

$("files").addEventListener("change", () => {
  putAll($("files").files);
  $("files").value = "";
});

for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    $("drop").classList.add("over");
  });
}
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) $("drop").classList.remove("over");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  $("drop").classList.remove("over");
  const folders = [...event.dataTransfer.items]
    .map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry())
    .filter((entry) => entry && entry.isDirectory)
    .map((entry) => entry.name);
  putAll([...event.dataTransfer.files].filter((file) => !folders.includes(file.name)));
  for (const name of folders) showError(name, "this is a folder; drop its files instead");
});

$("text").addEventListener("input", () => ($("paste").disabled = !$("text").value.trim()));
$("paste").addEventListener("click", () => {
  const text = $("text").value;
  const name = text.trim().split("\n")[0].toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 40);
  const type = "text/plain; charset=utf-8"; // the encoding of every File made from a string
  putAll([new File([text], `pasted/${name.replace(/^-|-$/g, "") || "text"}.txt`, { type })]);
  $("text").value = "";
  $("paste").disabled = true;
});

$("sentences").addEventListener("input", () => {
  $("sentences-value").value = $("sentences").value;
});

// Receiving

const handlers = {
  ready() {
    $("status").textContent = "";
  },

  arrived({ key }) {
    const { item } = card(key);
    item.classList.add("waiting");
  },

  summary(state) {
    const { item } = card(state.key, state);
    item.classList.remove("waiting");
    fill(item, state);
    finish(state.key, state.status === "rejected" ? "rejected" : "summarized");
    if ($("reader").open && $("reader").dataset.key === state.key) show(state);
  },

  failed({ key, message }) {
    const { item } = card(key);
    item.classList.remove("waiting");
    item.querySelector(".message").textContent = "The function failed; AWS would retry it: " + message;
    finish(key, "failed");
  },

  gone({ key }) {
    cards.get(key)?.item.remove();
    cards.delete(key);
    $("empty").hidden = cards.size > 0;
    finish(key, "failed");
  },

  reprocessing({ done, all, failed, running, error }) {
    $("reprocess").disabled = running;
    $("reprocess-bar").hidden = false;
    $("reprocess-bar").max = Math.max(1, all);
    $("reprocess-bar").value = all === 0 && !running ? 1 : done;
    const end = error ? `; it stopped: ${error}` : failed ? `, ${failed} failed` : running ? "" : ", all up to date";
    $("reprocess-text").textContent = `${done} of ${all} objects${end}`;
    if (!running) listSoon();
  },
};

function finish(key, how) {
  if (waiting.delete(key)) {
    tally[how]++;
    showProgress();
  }
  listSoon();
}

/** The card of a key, moved to the top. */
function card(key, state) {
  let known = cards.get(key);
  if (!known) {
    const item = $("card").content.firstElementChild.cloneNode(true);
    item.querySelector("h3").textContent = key;
    item.querySelector(".key").textContent = key;
    item.querySelector(".open").addEventListener("click", () => show(cards.get(key).state));
    item.querySelector(".remove").addEventListener("click", () => remove(key));
    for (const hidden of item.querySelectorAll(".open, .json, .text")) hidden.hidden = true;
    known = { item };
    cards.set(key, known);
  }
  if (state) known.state = state;
  $("summaries").prepend(known.item);
  $("empty").hidden = true;
  return known;
}

function fill(item, state) {
  const title = item.querySelector("h3");
  title.textContent = state.headline || state.key;
  const rejected = state.status === "rejected";
  item.querySelector(".message").textContent = rejected ? "Rejected: " + state.message : "";
  item.querySelector(".open").hidden = !state.page;
  item.querySelector(".open").setAttribute("aria-label", "Show in the article: " + title.textContent);
  item.querySelector(".remove").setAttribute("aria-label", "Delete the article: " + title.textContent);
  link(item.querySelector(".json"), state.key + ".metadata.json", true);
  link(item.querySelector(".text"), state.key + ".summary.txt", !rejected);
  item.querySelector(".facts").textContent = rejected
    ? ""
    : state.status === "short"
      ? `${count(state.words)}: the article has no more sentences than requested and is its own summary.`
      : `${state.summaryWords} of ${count(state.words)}.`;
  const quotes = state.sentences.map((sentence) => {
    const line = document.createElement("li");
    const rank = document.createElement("b");
    rank.textContent = sentence.rank === 1 ? "★" : "";
    rank.title = sentence.rank === 1 ? "Most important" : "";
    const text = document.createElement("span");
    text.textContent = sentence.text;
    text.dir = "auto";
    if (state.language) text.lang = state.language;
    line.append(rank, text);
    return line;
  });
  title.dir = "auto";
  item.querySelector(".quotes").replaceChildren(...quotes);
}

function count(words) {
  return words === 1 ? "1 word" : `${words} words`;
}

function link(element, key, there) {
  element.hidden = !there;
  element.href = query("/object", { bucket: "summaries", key });
  element.download = key.split("/").pop();
}

async function remove(key) {
  try {
    await send("DELETE", query("/articles", { key }));
  } catch (e) {
    showError(key, e.message);
  }
}

// The article with its own slider

function show(state) {
  const reader = $("reader");
  reader.dataset.key = state.key;
  $("reader-title").textContent = state.headline || state.key;
  $("again").value = state.asked;
  $("again-value").value = state.asked;
  // The version in the address makes the frame load again.
  const address = query("/page", { key: state.key, v: state.asked + state.lastModified });
  $("alone").href = address;
  $("page").src = address;
  if (!reader.open) reader.showModal();
}

$("again").addEventListener("input", () => ($("again-value").value = $("again").value));
$("again").addEventListener("change", async () => {
  const key = $("reader").dataset.key;
  try {
    await send("POST", query("/length", { key, sentences: $("again").value }));
  } catch (e) {
    showError(key, e.message);
    $("reader").close();
  }
});
$("close").addEventListener("click", () => $("reader").close());

// The buckets

async function list() {
  for (const bucket of document.querySelectorAll("[data-bucket]")) {
    const name = bucket.dataset.bucket;
    const response = await fetch(query("/objects", { bucket: name }));
    const { objects, more } = await response.json();
    const lines = objects.map(({ key, size }) => {
      const line = document.createElement("li");
      const anchor = document.createElement("a");
      anchor.href = query("/object", { bucket: name, key });
      anchor.download = key.split("/").pop();
      anchor.textContent = key;
      const bytes = document.createElement("span");
      bytes.textContent = size < 10_000 ? size + " B" : Math.round(size / 1000) + " kB";
      line.append(anchor, bytes);
      return line;
    });
    if (more || lines.length === 0) {
      const line = document.createElement("li");
      line.textContent = more ? "… and more" : "Empty";
      lines.push(line);
    }
    bucket.replaceChildren(...lines);
  }
}

/** Refreshes an open list of the buckets, once for several changes. */
function listSoon() {
  clearTimeout(listing);
  listing = setTimeout(() => $("buckets").open && list(), 300);
}

$("buckets").addEventListener("toggle", listSoon);

$("reprocess").addEventListener("click", async () => {
  try {
    $("reprocess").disabled = true;
    await send("POST", "/reprocess");
  } catch (e) {
    $("reprocess").disabled = false;
    $("reprocess-text").textContent = e.message;
  }
});

const events = new EventSource("/events");
events.onmessage = (event) => {
  const state = JSON.parse(event.data);
  handlers[state.type](state);
};
events.onerror = () => ($("status").textContent = "The server doesn't respond; reconnecting.");
