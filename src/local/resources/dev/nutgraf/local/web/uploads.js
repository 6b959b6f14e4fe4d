// Articles on their way to the article bucket, and how many of them are done.

import { $, element } from "./dom.js";
import { number } from "./format.js";
import { putArticle } from "./server.js";
import { length } from "./settings.js";

const CONCURRENT = 4;
const CONFLICT = 409;

const waiting = new Set(); // keys sent by this page, without an outcome so far
const tally = { sent: 0, summarized: 0, rejected: 0, failed: 0 };
const conflicts = []; // {key, content} of files whose key is taken

export function showError(key, message) {
  $("errors").append(element("li", `${key}: ${message}`));
}

function showProgress() {
  const done = tally.summarized + tally.rejected + tally.failed;
  $("progress").hidden = tally.sent < 2;
  $("bar").max = Math.max(1, tally.sent);
  $("bar").value = done;
  const parts = [`${number(done)} of ${number(tally.sent)} done`];
  if (tally.rejected) parts.push(`${number(tally.rejected)} rejected`);
  if (tally.failed) parts.push(`${number(tally.failed)} failed`);
  $("progress-text").textContent = parts.join(", ");
}

/** Counts the outcome of a key, if this page sent it. */
export function finish(key, outcome) {
  if (waiting.delete(key)) {
    tally[outcome]++;
    showProgress();
  }
}

function begin(articles) {
  if (waiting.size === 0) Object.assign(tally, { sent: 0, summarized: 0, rejected: 0, failed: 0 });
  $("errors").replaceChildren();
  $("status").textContent = "";
  tally.sent += articles;
  showProgress();
}

/** Returns a key with a number before its extension: harbor-2.txt. */
function numbered(key, n) {
  return n === 1 ? key : key.replace(/(\.[^./]*)?$/, (extension) => `-${n}${extension}`);
}

/** Puts an article under the first free name: the key, or the key with a number. */
async function putUnderFreeName(key, content) {
  for (let n = 1; ; n++) {
    if (await put(numbered(key, n), content, false)) return;
  }
}

/** Puts an article; returns false if the key is taken. */
async function put(key, content, replace) {
  const others = waiting.has(key); // another file of this name is being put
  waiting.add(key);
  try {
    if (others && !replace) return false;
    await putArticle(key, content, length(), replace);
  } catch (error) {
    if (error.status === CONFLICT) {
      waiting.delete(key);
      return false;
    }
    showError(key, error.message);
    finish(key, "failed");
  }
  return true;
}

async function each(articles, action) {
  const left = [...articles];
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) await action(next);
  };
  await Promise.all(Array.from({ length: CONCURRENT }, worker));
}

/** Puts files; asks about those whose names are taken. */
export async function putFiles(files) {
  begin(files.length);
  await each(files, async (file) => {
    const key = file.webkitRelativePath || file.name;
    if (!(await put(key, file, false))) {
      tally.sent--;
      conflicts.push({ key, content: file });
    }
  });
  showProgress();
  showConflicts();
}

/** Puts a text under a name of its first line. */
export function putText(text) {
  const line = text.trim().split("\n")[0].toLowerCase();
  const name = line.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 40).replace(/^-|-$/g, "") || "text";
  const type = "text/plain; charset=utf-8"; // the encoding of every File made from a string
  begin(1);
  return putUnderFreeName(`pasted/${name}.txt`, new File([text], "", { type }));
}

function showConflicts() {
  $("conflicts").hidden = conflicts.length === 0;
  $("conflicts-title").textContent =
    conflicts.length === 1
      ? "An article of this name exists already. Nothing was overwritten."
      : `${number(conflicts.length)} articles of these names exist already. Nothing was overwritten.`;
  $("conflicting").replaceChildren(...conflicts.map(({ key }) => element("li", key, { class: "key" })));
}

function settle(action) {
  const settled = conflicts.splice(0);
  showConflicts();
  $("newest").focus();
  if (action) {
    begin(settled.length);
    each(settled, ({ key, content }) => action(key, content)).then(showProgress);
  }
}

export function start() {
  $("keep-both").addEventListener("click", () => settle(putUnderFreeName));
  $("replace").addEventListener("click", () => settle((key, content) => put(key, content, true)));
  $("skip").addEventListener("click", () => settle());
}
