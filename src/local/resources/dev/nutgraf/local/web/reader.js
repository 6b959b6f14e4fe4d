// One article large, with its neighbors in the list and a slider of its own.

import * as articles from "./articles.js";
import { pageAddress } from "./card.js";
import { copySummary } from "./copy.js";
import { $ } from "./dom.js";
import { number } from "./format.js";
import { selected } from "./list.js";
import { setSentences } from "./server.js";
import { showError } from "./uploads.js";

let current;

function readable() {
  return selected().filter((state) => state.page && !state.stale);
}

/** Shows an article, at its nth chosen sentence if that is given. */
export function open(key, sentence) {
  const state = articles.get(key);
  current = key;
  $("reader-title").textContent = state.headline || key;
  $("reader-title").lang = state.headline ? state.language ?? "" : "";
  $("again").value = state.asked;
  $("again-value").value = state.asked;
  $("alone").href = pageAddress(state);
  $("page").src = pageAddress(state, sentence);
  showPlace();
  if (!$("reader").open) $("reader").showModal();
}

/** Shows the article again if it is the open one. */
export function refresh(key) {
  if (!$("reader").open) return;
  if (key === current) open(key);
  else showPlace();
}

function showPlace() {
  const list = readable();
  const at = list.findIndex((state) => state.key === current);
  $("place").textContent = at < 0 ? "" : `${number(at + 1)} of ${number(list.length)}`;
  $("previous").disabled = at <= 0;
  $("next").disabled = at < 0 || at === list.length - 1;
}

function step(by) {
  const list = readable();
  const at = list.findIndex((state) => state.key === current);
  const neighbor = at < 0 ? undefined : list[at + by];
  if (neighbor) open(neighbor.key);
}

async function changeLength() {
  try {
    await setSentences(current, $("again").value);
  } catch (error) {
    showError(current, error.message);
    $("reader").close();
  }
}

export function start() {
  $("previous").addEventListener("click", () => step(-1));
  $("next").addEventListener("click", () => step(1));
  $("copy").addEventListener("click", () => copySummary(articles.get(current), $("copy")));
  $("close").addEventListener("click", () => $("reader").close());
  $("again").addEventListener("input", () => ($("again-value").value = $("again").value));
  $("again").addEventListener("change", changeLength);
  $("reader").addEventListener("keydown", (event) => {
    if (event.target === $("again")) return;
    if (event.key === "ArrowLeft") step(-1);
    if (event.key === "ArrowRight") step(1);
  });
}
