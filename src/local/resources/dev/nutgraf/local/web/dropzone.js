"use strict";

// Everything that comes from an article or a key goes through textContent: nothing here makes HTML.

const $ = (id) => document.getElementById(id);
const token = document.querySelector("meta[name=token]").content;
const cards = new Map(); // key -> {item, word}
const waiting = new Set(); // keys this page has sent whose summaries have not come yet
const tally = { sent: 0, summarized: 0, rejected: 0, failed: 0 };
const ATONCE = 4;
let listing;

// Sending

function query(path, values) {
  return path + "?" + new URLSearchParams(values);
}

async function send(method, address, body) {
  const headers = { "X-Nutgraf-Token": token };
  // Without a type of its own, the article's format is told from its name and its content.
  if (body) headers["Content-Type"] = body.type || "";
  let answer;
  try {
    answer = await fetch(address, { method, headers, body });
  } catch {
    throw new Error("the server does not answer; is it still running?");
  }
  if (!answer.ok) {
    const words = await answer.json().catch(() => ({ message: answer.statusText }));
    throw new Error(words.message);
  }
}

async function put(key, content) {
  waiting.add(key);
  try {
    await send("POST", query("/articles", { key, sentences: $("sentences").value }), content);
  } catch (e) {
    if (waiting.delete(key)) tally.failed++;
    complain(key, e.message);
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
  await Promise.all(Array.from({ length: ATONCE }, worker));
}

function complain(key, message) {
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
  for (const name of folders) complain(name, "this is a folder; drop the files in it");
});

$("text").addEventListener("input", () => ($("paste").disabled = !$("text").value.trim()));
$("paste").addEventListener("click", () => {
  const text = $("text").value;
  const name = text.trim().split("\n")[0].toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 40);
  putAll([new File([text], `pasted/${name.replace(/^-|-$/g, "") || "text"}.txt`)]);
  $("text").value = "";
  $("paste").disabled = true;
});

$("sentences").addEventListener("input", () => {
  $("sentences-value").value = $("sentences").value;
});

// Hearing

const handlers = {
  ready() {
    $("status").textContent = "";
  },

  arrived({ key }) {
    const { item } = card(key);
    item.classList.add("waiting");
  },

  summary(word) {
    const { item } = card(word.key, word);
    item.classList.remove("waiting");
    fill(item, word);
    settle(word.key, word.status === "rejected" ? "rejected" : "summarized");
    if ($("reader").open && $("reader").dataset.key === word.key) show(word);
  },

  failed({ key, message }) {
    const { item } = card(key);
    item.classList.remove("waiting");
    item.querySelector(".message").textContent = "The function failed, and would be called again: " + message;
    settle(key, "failed");
  },

  gone({ key }) {
    cards.get(key)?.item.remove();
    cards.delete(key);
    $("empty").hidden = cards.size > 0;
    settle(key, "failed");
  },

  sweep({ done, all, failed, goesOn, trouble }) {
    $("sweep").disabled = goesOn;
    $("sweep-bar").hidden = false;
    $("sweep-bar").max = Math.max(1, all);
    $("sweep-bar").value = all === 0 && !goesOn ? 1 : done;
    const end = trouble ? `; it broke off: ${trouble}` : failed ? `, ${failed} failed` : goesOn ? "" : ", all agree";
    $("sweep-text").textContent = `${done} of ${all} objects${end}`;
    if (!goesOn) listSoon();
  },
};

function settle(key, how) {
  if (waiting.delete(key)) {
    tally[how]++;
    showProgress();
  }
  listSoon();
}

/** The card of a key, moved to the top. */
function card(key, word) {
  let known = cards.get(key);
  if (!known) {
    const item = $("card").content.firstElementChild.cloneNode(true);
    item.querySelector("h3").textContent = key;
    item.querySelector(".key").textContent = key;
    item.querySelector(".open").addEventListener("click", () => show(cards.get(key).word));
    item.querySelector(".remove").addEventListener("click", () => remove(key));
    for (const hidden of item.querySelectorAll(".open, .json, .text")) hidden.hidden = true;
    known = { item };
    cards.set(key, known);
  }
  if (word) known.word = word;
  $("feed").prepend(known.item);
  $("empty").hidden = true;
  return known;
}

function fill(item, word) {
  const title = item.querySelector("h3");
  title.textContent = word.headline || word.key;
  const rejected = word.status === "rejected";
  item.querySelector(".message").textContent = rejected ? "Rejected: " + word.message : "";
  item.querySelector(".open").hidden = !word.page;
  item.querySelector(".open").setAttribute("aria-label", "Show in the article: " + title.textContent);
  item.querySelector(".remove").setAttribute("aria-label", "Delete the article: " + title.textContent);
  link(item.querySelector(".json"), word.key + ".metadata.json", true);
  link(item.querySelector(".text"), word.key + ".summary.txt", !rejected);
  item.querySelector(".facts").textContent = rejected
    ? ""
    : word.status === "short"
      ? `${word.words} words: no more sentences than asked for, so the article is its own summary.`
      : `${word.summaryWords} of ${word.words} words.`;
  const quotes = word.sentences.map((sentence) => {
    const line = document.createElement("li");
    const rank = document.createElement("b");
    rank.textContent = sentence.rank;
    rank.title = `Rank ${sentence.rank}, score ${sentence.score}`;
    const text = document.createElement("span");
    text.textContent = sentence.text;
    text.dir = "auto";
    if (word.language) text.lang = word.language;
    line.append(rank, text);
    return line;
  });
  title.dir = "auto";
  item.querySelector(".quotes").replaceChildren(...quotes);
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
    complain(key, e.message);
  }
}

// The article, with its own slider

function show(word) {
  const reader = $("reader");
  reader.dataset.key = word.key;
  $("reader-title").textContent = word.headline || word.key;
  $("again").value = word.asked;
  $("again-value").value = word.asked;
  // The version in the address only makes the frame load anew.
  const address = query("/page", { key: word.key, v: word.asked + word.lastModified });
  $("alone").href = address;
  $("page").src = address;
  if (!reader.open) reader.showModal();
}

$("again").addEventListener("input", () => ($("again-value").value = $("again").value));
$("again").addEventListener("change", async () => {
  const key = $("reader").dataset.key;
  try {
    await send("POST", query("/sentences", { key, sentences: $("again").value }));
  } catch (e) {
    complain(key, e.message);
    $("reader").close();
  }
});
$("close").addEventListener("click", () => $("reader").close());

// The buckets

async function list() {
  for (const bucket of document.querySelectorAll("[data-bucket]")) {
    const name = bucket.dataset.bucket;
    const answer = await fetch(query("/objects", { bucket: name }));
    const { objects, more } = await answer.json();
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

/** Lists an open view of the buckets anew, once for many changes. */
function listSoon() {
  clearTimeout(listing);
  listing = setTimeout(() => $("buckets").open && list(), 300);
}

$("buckets").addEventListener("toggle", listSoon);

$("sweep").addEventListener("click", async () => {
  try {
    $("sweep").disabled = true;
    await send("POST", "/sweep");
  } catch (e) {
    $("sweep").disabled = false;
    $("sweep-text").textContent = e.message;
  }
});

const events = new EventSource("/events");
events.onmessage = (event) => {
  const word = JSON.parse(event.data);
  handlers[word.type](word);
};
events.onerror = () => ($("status").textContent = "The server does not answer; trying again.");
